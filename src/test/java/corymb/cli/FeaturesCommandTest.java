package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static corymb.cli.Shell.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
    @TempDir
    private Path folder;

    /** The ranks of spending and of its double are the same; computed twice from the same rows, nothing moved. */
    @Test
    void featuresAreComparedWithEachOtherAndWithThoseBefore() throws IOException {
        var people = folder.resolve("people.csv");
        Files.writeString(
                people,
                "customer_id,age_now,twice\n"
                        + IntStream.range(0, 60)
                                .mapToObj(i -> "c" + i + "," + (20 + i % 30) + "," + 2 * (20 + i % 30))
                                .collect(Collectors.joining("\n")));
        var project = folder.resolve("p.corymb");
        done("create", project);
        done("import", project, people, "--as", "customers");
        var first = done("features", project, "--compare", "--json").json();
        assertThat(first.at("/pairs/0/correlation").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(first.at("/drift")).isEmpty();
        var again = done("features", project, "--compare", "--json").json();
        assertThat(again.at("/drift"))
                .isNotEmpty()
                .allMatch(each -> each.get("stability").asDouble() == 0);
    }

    @Test
    void aDaySaysWhatIsNotYetKnown() throws IOException {
        var orders = Files.writeString(
                folder.resolve("orders.csv"),
                "customer_id,timestamp,value\nc1,2026-05-01T23:30:00,5\nc1,2026-05-02T00:00:00,7\n");
        var project = folder.resolve("p.corymb");
        done("create", project);
        done("import", project, orders, "--as", "events");
        var out = folder.resolve("features.csv");
        var told = done("features", project, "--as-of", "2026-05-01", "--out", out, "--json");
        assertThat(told.json().at("/asOf").asString()).isEqualTo("2026-05-02T00:00:00Z");
        assertThat(Files.readString(out)).contains("\nc1,1,1,5,");
        done("zone", project, "Europe/Berlin");
        done("features", project, "--as-of", "2026-05-01", "--out", out);
        assertThat(Files.readString(out)).contains("\nc1,,0,0,");
        assertThat(refused(2, "features", project, "--as-of", "1 May")).contains("--as-of");
    }

    /** The figures of the CDNOW sample are those an independent program computed. */
    @Test
    void whatIsForetoldIsHeldAgainstWhatCame() throws IOException {
        var sample = Path.of("../shared/data/customers-cdnow/CDNOW_sample.txt");
        assumeTrue(Files.exists(sample), "skipped: " + sample + " is not there");
        var orders = Files.writeString(
                folder.resolve("orders.csv"),
                Files.readAllLines(sample).stream()
                        .map(line -> line.strip().split(" +", -1))
                        .map(row -> "%s,%s-%s-%s,purchase,%s"
                                .formatted(
                                        row[1],
                                        row[2].substring(0, 4),
                                        row[2].substring(4, 6),
                                        row[2].substring(6),
                                        row[4]))
                        .collect(Collectors.joining("\n", "customer_id,timestamp,type,value\n", "\n")));
        var project = folder.resolve("p.corymb");
        done("create", project);
        done("import", project, orders, "--as", "events");

        var held = done("features", project, "--hold-out", "--json").json().at("/holdOut");

        assertThat(held.get("actual").asInt()).isEqualTo(1882);
        assertThat(held.get("expected").asDouble()).isCloseTo(1653.42, within(1.0));
        assertThat(held.at("/groups/7/repeats").asInt()).isEqualTo(7);
    }

    @Test
    void whereNothingCanBeHeldAgainstWhatCameTheProjectStaysAsItIs() throws IOException {
        var project = folder.resolve("p.corymb");
        var orders = Files.writeString(
                folder.resolve("orders.csv"),
                "customer_id,timestamp,type,value\nc1,2026-05-01,purchase,75\nc2,2026-06-30,purchase,25\n");
        done("create", project);
        done("import", project, orders, "--as", "events");

        assertThat(run("features", project, "--hold-out").status()).isEqualTo(1);
        assertThat(done("info", project, "--json").json().get("features").asInt())
                .isZero();
    }

    @Test
    void featuresLookAtTheCatalogue() throws IOException {
        var project = folder.resolve("p.corymb");
        var orders = Files.writeString(
                folder.resolve("orders.csv"),
                "customer_id,timestamp,type,item_id,value\nc1,2026-05-01,purchase,tent,75\nc1,2026-05-02,purchase,rope,25\n");
        var items = Files.writeString(
                folder.resolve("items.csv"),
                "item_id,title,category,price\ntent,A tent,camping,80\nrope,A rope,climbing,30\n");
        var plan = Files.writeString(
                folder.resolve("plan.json"),
                "{\"features\": [{\"kind\": \"aggregate\", \"name\": \"camping\", \"function\": \"share\","
                        + " \"column\": \"value\", \"where\": \"item_category = 'camping'\"},"
                        + " {\"kind\": \"gallery\", \"name\": \"bought_price_mean\"}]}");
        done("create", project);
        done("import", project, orders, "--as", "events");
        done("import", project, items, "--as", "items");

        var lacking = done("features", project, "--gallery", "--json").json().at("/gallery").values().stream()
                .filter(each -> each.get("name").asString().startsWith("bought_"))
                .collect(Collectors.toMap(
                        each -> each.get("name").asString(),
                        each -> each.get("lacking").size()));
        assertThat(lacking).containsEntry("bought_price_mean", 0).containsEntry("bought_brand", 1);
        var computed = done("features", project, "--define", plan, "--json").json();
        assertThat(computed.at("/features/0/mean").asDouble()).isCloseTo(0.75, within(1e-12));
        assertThat(computed.at("/features/1/mean").asDouble()).isCloseTo(55, within(1e-12));
    }
}
