package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Data at the edge of sense through every way of looking for groups and every map: a result that makes sense, or one line that says what to do. */
class BadInputTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void projects() throws IOException {
        // Three places far from each other; beside them what tells nothing: gaps, infinities, one value, the same
        // again.
        make("odd", "id,a,b,ratio,gaps,constant,again", 120, i -> {
            double a = i % 3 * 9 + i * 0.618034 % 1;
            return "%d,%s,%d,%s,%s,7,%s".formatted(i, a, i % 3 * -4, infinite(i), i % 4 == 0 ? "5" : "NaN", a);
        });
        make("huge", "id,a,x", 60, i -> i + "," + i % 5 + "," + (i % 9 == 0 ? "1e308" : i % 9 == 1 ? "-1e308" : "5.5"));
        make("same", "id,a,b", 30, i -> i + ",1.5,2.5");
        make("one", "id,a,b,k", 1, i -> i + ",1.5,2.5,u");
        make("piles", "id,a,b,k", 90, i -> i + "," + i % 3 + "," + i % 3 * 2 + "," + "uvw".charAt(i % 3));
        make("noise", "id,a,b", 200, i -> "%d,%s,%s".formatted(i, i * 0.618034 % 1, i * 0.754878 % 1));
        make("levels", "id,a,city", 400, i -> i + "," + i % 2 * 5 + ",town" + i / 2);
    }

    private static String infinite(int i) {
        return i % 5 == 0 ? "inf" : i % 5 == 1 ? "-Infinity" : i % 5 == 2 ? "1e400" : "3." + i % 9;
    }

    private static void make(String name, String header, int rows, IntFunction<String> row) throws IOException {
        var file = folder.resolve(name + ".csv");
        Files.writeString(
                file,
                Stream.concat(Stream.of(header), IntStream.range(0, rows).mapToObj(row))
                        .collect(Collectors.joining("\n")));
        done("create", project(name));
        done("import", project(name), file, "--as", "customers");
    }

    private static Path project(String name) {
        return folder.resolve(name + ".corymb");
    }

    private static JsonNode clusters(String name, MethodOptions.Method method, Object... more) {
        var ended = done(Stream.concat(
                        Stream.of("cluster", project(name), "--json", "--method", method.name(), "--min-size", 10),
                        Stream.of(more))
                .toArray());
        assertThat(ended.out()).doesNotContain("NaN", "Infinity");
        return ended.json();
    }

    /** Those that find the number of clusters themselves are not told one. */
    private static Object[] clusters(MethodOptions.Method method, int count) {
        boolean isDense = method == MethodOptions.Method.DBSCAN || method == MethodOptions.Method.HDBSCAN;
        return isDense ? new Object[0] : new Object[] {"--clusters", count};
    }

    @Test
    void infinityIsANumberThatIsMissing() {
        var quality = done("quality", project("odd"), "--json").json();
        var ratio = quality.at("/sources/0/columns/3");
        assertThat(ratio.at("/name").asString()).isEqualTo("ratio");
        assertThat(ratio.at("/type").asString()).isEqualTo("decimal");
        assertThat(ratio.at("/missing").asInt()).isEqualTo(72);
        assertThat(ratio.at("/unreadable").asInt()).isEqualTo(72);
        assertThat(done("quality", project("odd")).out()).contains("72 values of ratio could not be read");
    }

    @ParameterizedTest
    @EnumSource(MethodOptions.Method.class)
    void columnsThatTellNothingHideNoGroups(MethodOptions.Method method) {
        var found = clusters("odd", method, clusters(method, 3));
        assertThat(found.at("/features").toString()).isEqualTo("[\"a\",\"b\",\"again\"]");
        assertThat(found.at("/sizes").toString()).isEqualTo("[40,40,40]");
    }

    @ParameterizedTest
    @EnumSource(names = {"KMEANS", "DBSCAN", "GOWER"})
    void whatNobodyCanReckonWithIsNamed(MethodOptions.Method method) {
        assertThat(refused(1, "cluster", project("huge"), "--method", method)).contains("\"x\"", "1e150", "winsorise");
        assertThat(refused(1, "cluster", project("same"), "--method", method)).contains("differs between customers");
        assertThat(refused(1, "cluster", project("same"), "--method", method, "--features", "a"))
                .contains("nothing to tell them apart by");
        assertThat(refused(1, "cluster", project("one"), "--method", method)).contains("only one customer");
    }

    @ParameterizedTest
    @EnumSource(MethodOptions.Method.class)
    void noMoreGroupsAreFoundThanCustomersDiffer(MethodOptions.Method method) {
        var found = clusters("piles", method);
        assertThat(found.at("/sizes").toString()).isEqualTo("[30,30,30]");
        if (clusters(method, 3).length > 0) {
            assertThat(found.at("/reason").asString()).contains("only 3 different customers");
            assertThat(refused(1, "cluster", project("piles"), "--method", method, "--clusters", 7))
                    .contains("only 3 different customers", "at most 3");
        }
    }

    @Test
    void valuesOfAHandfulOfCustomersMakeNoGroups() {
        var found = clusters("levels", MethodOptions.Method.KMEANS, "--features", "a,city", "--clusters", "2..4");
        assertThat(found.at("/sizes").toString()).isEqualTo("[200,200]");
    }

    @Test
    void noiseIsSaidToBeNoise() {
        var found = clusters("noise", MethodOptions.Method.KMEANS);
        assertThat(found.at("/chance/hasClusters").asBoolean()).isFalse();
        assertThat(done("cluster", project("noise")).out())
                .startsWith("There may be no natural groups")
                .contains("Compared by ");
    }

    @Test
    void categoriesAreComparedWithoutBeingNamed() {
        assertThat(clusters("piles", MethodOptions.Method.GOWER).at("/features").toString())
                .isEqualTo("[\"a\",\"b\",\"k\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "tsne", "umap"})
    void mapsAreDrawnOrSayWhyNot(String method) {
        assertThat(done("map", project("odd"), "--method", method, "--json")
                        .json()
                        .at("/rows")
                        .asInt())
                .isEqualTo(120);
        done("map", project("piles"), "--method", method);
        assertThat(refused(1, "map", project("huge"), "--method", method)).contains("\"x\"", "1e150");
        assertThat(refused(1, "map", project("same"), "--method", method)).contains("differs between customers");
        assertThat(refused(1, "map", project("same"), "--method", method, "--features", "a,b"))
                .contains("nothing to tell them apart by");
        assertThat(refused(1, "map", project("one"), "--method", method)).contains("only one customer");
    }
}
