package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments by what customers did and by other segments. */
class SegmentRulesTest {
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void shop() throws IOException {
        project = Shell.copyOf(made.resolve("p.corymb"), this::make, folder.resolve("p.corymb"));
    }

    private void make(Path project) throws IOException {
        done("create", project);
        var events = events("""
                a,2026-05-01T10:00:00Z,cart,
                a,2026-05-01T10:30:00Z,purchase,20
                a,2026-06-20T10:00:00Z,purchase,50
                b,2026-06-21T10:00:00Z,cart,
                c,2026-06-22T10:00:00Z,purchase,5
                """);
        done("import", project, events, "--as", "events", "--source", "shop");
    }

    private Path events(String rows) throws IOException {
        return Files.writeString(folder.resolve("events.csv"), "customer_id,timestamp,type,value\n" + rows);
    }

    private int define(String name, String rule) {
        return done("segment", project, "define", name, "--rule", rule, "--json")
                .json()
                .get("members")
                .asInt();
    }

    private int members(String name) {
        return done("segment", project, "show", name, "--json")
                .json()
                .get("members")
                .asInt();
    }

    @Test
    void segmentsRestOnOneAnother() throws IOException {
        assertThat(define("Buyers", "did \"purchase\"")).isEqualTo(2);
        assertThat(define("Hesitant", "did \"cart\" without \"purchase\" within 1 hour and not in segment \"Buyers\""))
                .isEqualTo(1);
        assertThat(refused(1, "segment", project, "define", "Buyers", "--rule", "not in segment \"Hesitant\""))
                .contains("“Buyers” would be in its own rule");
        assertThat(refused(1, "segment", project, "remove", "Buyers")).contains("is in the rule of “Hesitant”");
        done("import", project, events("b,2026-06-22T12:00:00Z,purchase,5\n"), "--again", "shop", "--append");
        done("refresh", project);
        assertThat(members("Buyers")).isEqualTo(3);
        assertThat(members("Hesitant")).isZero();
        done("segment", project, "remove", "Hesitant");
        done("segment", project, "remove", "Buyers");
    }

    @Test
    void theCustomersOfEveryCombinationOfSegmentsAreCounted() {
        define("Buyers", "did \"purchase\"");
        define("Carts", "did \"cart\"");
        define("All", "everyone");
        var overlap = done("segment", project, "overlap", "--json").json();
        // a bought and filled a cart, b only filled a cart, c only bought.
        assertThat(overlap.get("union").asInt()).isEqualTo(3);
        assertThat(overlap.get("combinations").size()).isEqualTo(3);
        assertThat(overlap.get("combinations").valueStream())
                .allMatch(combination -> combination.get("exclusive").asInt() == 1);
        assertThat(overlap.at("/combinations/2/segments/0").asString()).isEqualTo("Buyers");
        assertThat(overlap.at("/combinations/2/segments").size()).isEqualTo(3);
        assertThat(overlap.at("/combinations/2/inclusive").asInt()).isEqualTo(1);
        assertThat(overlap.at("/combinations/0/inclusive").asInt()).isEqualTo(2);
        assertThat(define("Again", overlap.at("/combinations/0/rule").asString()))
                .isEqualTo(1);
    }

    @Test
    void aPolicyDecidesWhereCustomersOfSeveralSegmentsBelong() throws IOException {
        define("Buyers", "did \"purchase\"");
        define("Carts", "did \"cart\"");
        var out = folder.resolve("segments.csv");
        done("export", project, "segments", "--out", out);
        assertThat(Files.readAllLines(out)).first().isEqualTo("segment,customer_id");
        // a bought and filled a cart, b only filled a cart, c only bought.
        var tried = done("segment", project, "policy", "priority", "--order", "Carts", "--dry-run", "--json")
                .json();
        assertThat(tried.at("/segments/0/segment").asString()).isEqualTo("Carts");
        assertThat(tried.at("/segments/1/before").asInt()).isEqualTo(2);
        assertThat(tried.at("/segments/1/after").asInt()).isEqualTo(1);
        assertThat(tried.at("/moves/0/customers").asInt()).isEqualTo(1);
        assertThat(done("segment", project, "policy", "--json")
                        .json()
                        .get("policy")
                        .asString())
                .isEqualTo("none");
        done("segment", project, "policy", "priority", "--order", "Carts");
        done("export", project, "segments", "--out", out);
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "segment,customer_id,assigned,memberships,confidence",
                        "Buyers,a,Carts,2,1",
                        "Buyers,c,Buyers,1,1",
                        "Carts,a,Carts,2,1",
                        "Carts,b,Carts,1,1");
        done("segment", project, "policy", "score", "--score", "Buyers=monetary", "--score", "Carts=recency_days");
        assertThat(done("segment", project, "policy", "--json")
                        .json()
                        .get("policy")
                        .asString())
                .isEqualTo("score");
        done("segment", project, "policy", "many");
        done("export", project, "segments", "--out", out);
        assertThat(Files.readAllLines(out)).contains("Buyers,a,Buyers,2,1");
        assertThat(refused(1, "segment", project, "policy", "priority", "--order", "Nobody"))
                .contains("no segment of that name");
        assertThat(refused(1, "segment", project, "policy", "score", "--score", "Buyers=country"))
                .contains("country");
        assertThat(refused(2, "segment", project, "policy", "best")).contains("many, priority, score or none");
        done("segment", project, "policy", "none");
    }

    @Test
    void segmentsAreComparedAndToldOnAPage() throws IOException {
        define("Buyers", "did \"purchase\"");
        define("Carts", "did \"cart\"");
        // Of a, b and c only b did not buy, and only c filled no cart: one is on each side, too few for a test.
        var compared = done(
                        "segment",
                        project,
                        "compare",
                        "Buyers",
                        "Carts",
                        "--correction",
                        "benjamini_hochberg",
                        "--json")
                .json();
        assertThat(compared.at("/pairs/0/ones").asInt()).isEqualTo(1);
        assertThat(compared.at("/pairs/0/both").asInt()).isEqualTo(1);
        assertThat(compared.get("correction").asString()).isEqualTo("benjamini_hochberg");
        assertThat(refused(1, "segment", project, "compare", "Buyers", "Carts", "--features", "shoes"))
                .contains("no feature of that name");
        assertThat(refused(2, "segment", project, "show", "Buyers", "Carts")).contains("Only compare");
        assertThat(refused(2, "segment", project, "profile", "Buyers")).contains("--out FILE");
        var page = folder.resolve("buyers.html");
        done("segment", project, "profile", "Buyers", "--out", page);
        assertThat(Files.readString(page)).contains("2 of 3 customers", "Too few customers", "holds no consents");
    }

    @Test
    void rulesAskWhatTheCatalogueSaysOfItems() throws IOException {
        var bought = Files.writeString(folder.resolve("bought.csv"), """
                customer_id,timestamp,type,item_id
                d,2026-06-22T10:00:00Z,purchase,tent
                e,2026-06-22T10:00:00Z,purchase,rope
                """);
        done("import", project, bought, "--as", "events", "--source", "till");
        done("import", project, items("tent,Camping\nrope,Climbing\n"), "--as", "items", "--source", "catalogue");
        var rule = "did \"purchase\" where (item_category = \"Camping\")";
        assertThat(define("Campers", rule)).isEqualTo(1);
        assertThat(done("segment", project, "show", "Campers", "--why", "d").out())
                .contains("d is in Campers.");
        done("import", project, items("tent,Camping\nrope,Camping\n"), "--again", "catalogue", "--replace");
        done("refresh", project);
        assertThat(members("Campers")).isEqualTo(2);
    }

    @Test
    void valuesThatNobodyHasArePointedOut() {
        var line = "No event is of the type “purchse”. Did you mean “purchase”?";
        assertThat(done("segment", project, "define", "Odd", "--rule", "did \"purchse\"")
                        .out())
                .contains(line);
        assertThat(done("segment", project, "show", "Odd", "--json")
                        .json()
                        .at("/unknownValues/0")
                        .asString())
                .isEqualTo(line);
        assertThat(done("funnel", project, "--step", "\"cart\"", "--step", "\"purchse\"")
                        .out())
                .contains(line);
        assertThat(done("cohorts", project, "--start", "\"purchse\"").out()).contains(line);
    }

    private Path items(String rows) throws IOException {
        return Files.writeString(folder.resolve("items.csv"), "item_id,category\n" + rows);
    }

    @Test
    void tellsWhyACustomerIsInOrNot() {
        define("Regulars", "did \"purchase\" at least 2 times and sum of value of \"purchase\" > 100");
        var told = done("segment", project, "show", "Regulars", "--why", "a", "--json")
                .json();
        assertThat(told.get("member").asBoolean()).isFalse();
        assertThat(told.at("/why/parts/0/holds").asBoolean()).isTrue();
        assertThat(told.at("/why/parts/0/value").asString()).isEqualTo("2");
        assertThat(told.at("/why/parts/1/holds").asBoolean()).isFalse();
        assertThat(told.at("/why/parts/1/value").asString()).isEqualTo("70.0");
        assertThat(done("segment", project, "show", "Regulars", "--why", "a").out())
                .contains("a is not in Regulars.", "(it is 70)");
        assertThat(refused(1, "segment", project, "show", "Regulars", "--why", "nobody"))
                .contains("There is no customer “nobody”.");
    }
}
