package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An import of a source laid beside an earlier one by the command line. */
class CompareImportsTest {
    @TempDir
    private Path folder;

    private Path items(String name, String header, int rows, IntFunction<String> row) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n")));
    }

    /** 1,000 things of May and 1,000 of June: prices a tenth higher, brands missing, a column gone, another new, stock told in words. */
    private Path project() throws IOException {
        var project = folder.resolve("shop.corymb");
        done("create", project);
        var may = items(
                "may.csv",
                "item_id,price,brand,kind,weight,stock",
                1_000,
                i -> "a" + i + "," + (100 + i % 100) + "," + (i % 500 == 0 ? "" : "b" + i % 3) + ","
                        + (i % 10 < 4 ? "web" : "shop") + "," + i % 7 + "," + i);
        var june = items(
                "june.csv",
                "item_id,price,brand,kind,colour,stock",
                1_000,
                i -> "a" + i + ","
                        + (115 + i % 100) + "," + (i % 20 == 0 ? "" : "b" + i % 3) + "," + (i % 10 < 6 ? "web" : "shop")
                        + ","
                        + "c" + i % 5 + "," + (i % 2 == 0 ? "plenty" : "none"));
        done("import", project, may, "--as", "items", "--source", "goods");
        done("import", project, june, "--as", "items", "--source", "goods", "--append");
        return project;
    }

    private static JsonNode column(JsonNode comparison, String name) {
        for (var column : comparison.get("columns")) {
            if (column.get("name").asString().equals(name)) {
                return column;
            }
        }
        throw new AssertionError("No column " + name);
    }

    @Test
    void whatIsOtherThanBeforeIsToldInFiguresAndInWords() throws IOException {
        var project = project();
        var comparison = done("batches", project, "--source", "goods", "--compare", "2", "--json")
                .json()
                .get("comparison");
        assertThat(comparison.at("/before/import").asInt()).isEqualTo(1);
        assertThat(comparison.at("/after/rows").asInt()).isEqualTo(1_000);
        assertThat(column(comparison, "weight").get("change").asString()).isEqualTo("gone");
        assertThat(column(comparison, "colour").get("change").asString()).isEqualTo("new");
        assertThat(column(comparison, "stock").get("change").asString()).isEqualTo("changed_type");
        assertThat(column(comparison, "brand").get("missingBefore").asDouble()).isEqualTo(0.002);
        assertThat(column(comparison, "brand").get("missingAfter").asDouble()).isEqualTo(0.05);
        assertThat(column(comparison, "item_id").has("psi")).isFalse();
        // 40 % and 60 % of web: 2 * 0.2 * ln 1.5 by the formula.
        assertThat(column(comparison, "kind").get("psi").asDouble()).isCloseTo(0.4 * Math.log(1.5), within(1e-12));
        assertThat(column(comparison, "price").get("medianBefore").asDouble()).isEqualTo(149.5);
        assertThat(column(comparison, "price").get("medianAfter").asDouble()).isEqualTo(164.5);
        // Deciles of 100 to 199, ten values each, but the highest: 15 of 100 lie above all, 15 + 10 there now, none in
        // the lowest 15.
        assertThat(column(comparison, "price").get("psi").asDouble()).isGreaterThan(0.25);

        var said =
                done("batches", project, "--source", "goods", "--compare", "2").out();
        assertThat(said)
                .contains("The column weight is gone.")
                .contains("The column colour is new.")
                .contains("5 % of brand is missing, 0.2 % before.")
                .contains("price is 10 % higher in the middle: 164.5, 149.5 before (PSI")
                .contains("of kind is “");
    }

    @Test
    void theSameFileAgainIsNoNews() throws IOException {
        var project = folder.resolve("shop.corymb");
        done("create", project);
        var may = items(
                "may.csv", "item_id,price,kind", 400, i -> "a" + i + "," + i % 90 + "," + (i % 3 == 0 ? "x" : "y"));
        done("import", project, may, "--as", "items", "--source", "goods");
        done("import", project, may, "--as", "items", "--source", "goods", "--append");
        var comparison = done("batches", project, "--source", "goods", "--compare", "1", "--with", "2", "--json")
                .json()
                .get("comparison");
        assertThat(comparison.get("findings")).isEmpty();
        assertThat(column(comparison, "price").get("psi").asDouble()).isZero();
        assertThat(column(comparison, "kind").get("jensenShannonDistance").asDouble())
                .isZero();
        assertThat(done("batches", project, "--source", "goods", "--compare", "2")
                        .out())
                .contains("Nothing stands out.");
    }

    @Test
    void whatCannotBeComparedIsSaid() throws IOException {
        var project = project();
        assertThat(refused(1, "batches", project, "--source", "goods", "--compare", "1"))
                .contains("There is no import before the first.");
        assertThat(refused(1, "batches", project, "--source", "goods", "--compare", "7"))
                .contains("There is no import 7.");
        assertThat(refused(1, "batches", project, "--source", "goods", "--compare", "2", "--with", "2"))
                .contains("cannot be compared with itself");
    }
}
