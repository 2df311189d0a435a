package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same source imported again and again by the command line. */
class ImportAgainTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path project() {
        var project = folder.resolve("shop.corymb");
        done("create", project);
        return project;
    }

    private JsonNode batches(Path project) {
        return done("batches", project, "--json").json().at("/sources/0");
    }

    @Test
    void filesAreAppendedUpsertedReplacedAndTakenOutAgain() throws IOException {
        var project = project();
        var may = write("may.csv", "item_id,title\na,Apple\nb,Beer\n");
        var june = write("june.csv", "item_id,title\nb,Beer\nc,Cake\n");
        var prices = write("july.csv", "item_id,title\na,Apple pie\nd,Date\n");
        done("import", project, may, "--as", "items", "--source", "goods");
        var appended = done("import", project, june, "--as", "items", "--source", "goods", "--append", "--json")
                .json();
        assertThat(appended.get("accepted").asInt()).isEqualTo(1);
        assertThat(appended.get("duplicates").asInt()).isEqualTo(1);
        assertThat(appended.get("rowsNow").asInt()).isEqualTo(3);
        var upserted = done(
                        "import",
                        project,
                        prices,
                        "--as",
                        "items",
                        "--source",
                        "goods",
                        "--upsert",
                        "item_id",
                        "--json")
                .json();
        assertThat(upserted.get("updated").asInt()).isEqualTo(1);
        assertThat(upserted.get("new").asInt()).isEqualTo(1);
        var goods = batches(project);
        assertThat(goods.get("rows").asInt()).isEqualTo(4);
        assertThat(goods.get("imports")).hasSize(3);
        assertThat(goods.at("/imports/2/mode").asString()).isEqualTo("upsert");
        assertThat(goods.at("/imports/2/key/0").asString()).isEqualTo("item_id");
        done("check", project);

        done("batches", project, "--source", "goods", "--remove", "1");
        assertThat(batches(project).get("rows").asInt()).isEqualTo(4);
        assertThat(batches(project).at("/imports/0/duplicates").asInt()).isZero();
        done("import", project, may, "--as", "items", "--source", "goods");
        assertThat(batches(project).get("rows").asInt()).isEqualTo(2);
        assertThat(batches(project).at("/imports/0/counted").asBoolean()).isFalse();
        done("batches", project, "--source", "goods", "--remove", "3");
        assertThat(batches(project).get("rows").asInt()).isEqualTo(4);
        done("batches", project, "--source", "goods", "--remove", "1");
        done("batches", project, "--source", "goods", "--remove", "1");
        assertThat(done("info", project, "--json").json().get("sources")).isEmpty();
    }

    @Test
    void whatCannotBeIsSaid() throws IOException {
        var project = project();
        var may = write("may.csv", "item_id,title\na,Apple\nb,Beer\n");
        done("import", project, may, "--as", "items");
        assertThat(refused(2, "import", project, may, "--as", "items", "--append", "--upsert", "item_id"))
                .contains("one of");
        assertThat(refused(2, "import", project, may, "--as", "items", "--keep-repeated"))
                .contains("--append");
        assertThat(refused(1, "import", project, may, "--as", "items", "--upsert", "sku"))
                .contains("sku");
        assertThat(refused(2, "batches", project, "--remove", "1")).contains("--source");
        assertThat(refused(1, "batches", project, "--source", "may", "--remove", "2"))
                .contains("no such import");
        assertThat(refused(1, "batches", project, "--source", "june")).contains("no source");
        assertThat(batches(project).get("imports")).hasSize(1);
    }

    @Test
    void theNextFileIsReadLikeTheLastAndItsDriftIsTold() throws IOException {
        var project = project();
        var may = write("may.csv", "user;moment;what;amount\n1;03.05.2024;view;\n2;04.05.2024;buy;3,5\n");
        var mapping = "user=customer_id,moment=timestamp,what=type,amount=value";
        var recipe = folder.resolve("recipe.json");
        done("import", project, may, "--as", "events", "--source", "web", "--map", mapping, "--save-recipe", recipe);
        var june = write("june.csv", "moment;user;what;place\n04.05.2024;2;buy;x\n05.06.2024;3;view;y\n");
        var tried = done("import", project, june, "--again", "web", "--dry-run", "--json")
                .json();
        assertThat(tried.at("/drift/0/change").asString()).isEqualTo("gone");
        assertThat(tried.at("/drift/0/column").asString()).isEqualTo("amount");
        assertThat(tried.at("/drift/1/message").asString()).isEqualTo("The column place is new.");
        assertThat(batches(project).get("imports")).hasSize(1);
        var same = done("import", project, may, "--again", "web", "--json").json();
        assertThat(same.get("mode").asString()).isEqualTo("append");
        assertThat(same.get("accepted").asInt()).isZero();
        assertThat(same.get("drift")).isEmpty();
        done("import", project, june, "--again", "web");
        assertThat(batches(project).get("rows").asInt()).isEqualTo(4);

        var other = folder.resolve("other.corymb");
        done("create", other);
        done("import", other, may, "--recipe", recipe, "--source", "web");
        assertThat(batches(other).get("role").asString()).isEqualTo("events");
        assertThat(batches(other).get("rows").asInt()).isEqualTo(2);
        assertThat(Files.readString(recipe)).doesNotContain(folder.toString());
        assertThat(refused(1, "import", other, may, "--recipe", may)).contains("no recipe");
        assertThat(refused(2, "import", other, may)).contains("--as");
        assertThat(refused(2, "import", other, may, "--again", "web", "--recipe", recipe))
                .contains("not both");
        assertThat(refused(1, "import", other, may, "--again", "shop")).contains("no source");
    }

    @Test
    void rejectedRowsAreRepairedInAFileAndTaken() throws IOException {
        var project = project();
        var web = write("web.csv", "customer_id,timestamp\n1,2024-05-03\n2,never\n=3,\n4,2024-05-04,x\n");
        done("import", project, web, "--as", "events");
        var out = folder.resolve("rejects.csv");
        done("rejects", project, "--out", out);
        var text = Files.readString(out);
        assertThat(text).contains("2,never", "'=3,", "4,2024-05-04,x");
        Files.writeString(out, text.replace("2,never", "2,2024-05-05").replace("'=3,", "'=3,2024-05-06"));
        var reply = done("rejects", project, "--resubmit", out, "--json").json();
        assertThat(reply.get("taken").asInt()).isEqualTo(2);
        assertThat(reply.get("left").asInt()).isEqualTo(1);
        assertThat(done("rejects", project, "--json").json().get("rejects")).hasSize(1);
        assertThat(batches(project).at("/imports/0/accepted").asInt()).isEqualTo(3);
        assertThat(refused(1, "rejects", project, "--resubmit", out)).contains("not among");
        assertThat(refused(1, "rejects", project, "--resubmit", write("other.csv", "a,b\n1,2\n")))
                .contains("no column source");
        assertThat(refused(1, "rejects", project, "--resubmit", folder)).contains("no such file");
        assertThat(done("check", project, "--json").json().get("ok").asBoolean())
                .isTrue();
    }
}
