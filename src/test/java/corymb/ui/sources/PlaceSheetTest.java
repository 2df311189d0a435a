package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Databases and web services are asked in the window as on the command line. */
@FxTest
class PlaceSheetTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @BeforeEach
    void open() {
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var controller =
                new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private void choose(int item) {
        Fx.run(() ->
                robot.lookup("#header").<PageHeader>query().getItems().get(item).fire());
    }

    private void type(String id, String text) {
        Fx.run(() -> robot.lookup(id).<TextField>query().setText(text));
    }

    private void press(String verb) {
        Fx.run(robot.lookup((Node node) -> node instanceof Button button && verb.equals(button.getText()))
                .<Button>query()::fire);
    }

    private boolean says(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && String.valueOf(labeled.getText()).contains(words)
                        && node.isVisible())
                .tryQuery()
                .isPresent();
    }

    @Test
    void pagesOfAWebServiceAreFetchedAndThenImportedLikeAFile() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/people", exchange -> {
            var body = "[{\"customer_id\": 1, \"email\": \"a@b.example\"}]".getBytes(StandardCharsets.UTF_8);
            boolean isLetIn =
                    "Bearer key-123".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(isLetIn ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            choose(1);
            type("#url", "http://127.0.0.1:" + server.getAddress().getPort() + "/people");
            press("Fetch rows");
            assertThat(says("would not be encrypted")).isTrue();
            Fx.run(() -> robot.lookup("#plain").<CheckBox>query().setSelected(true));
            press("Fetch rows");
            assertThat(says("does not let this key in")).isTrue();
            type("#token", "key-123");
            press("Fetch rows");
        } finally {
            server.stop(0);
        }
        assertThat(says("Import people")).isTrue();
        var model = session.project().sources();
        assertThat(model).isEmpty();
    }

    @Test
    void theFormOfADatabaseTellsItsPlace() {
        Fx.run(() -> {
            var form = new DatabaseForm();
            field(form, "#database").setText("shop");
            field(form, "#user").setText("ann");
            field(form, "#table").setText("public.people");
            assertThat(form.isFilled().get()).isTrue();
            assertThat(form.place())
                    .isEqualTo(new Origin.Database(
                            DatabaseKind.POSTGRESQL, "localhost", 5432, "shop", "ann", "public.people", "", Map.of()));
        });
    }

    @Test
    void aPasswordIsTypedUnseen() {
        choose(0);

        assertThat(robot.lookup("#password").<Node>query()).isInstanceOf(PasswordField.class);
        assertThat(says("stored nowhere")).isTrue();
    }

    private static TextField field(DatabaseForm form, String id) {
        return (TextField) form.lookup(id);
    }
}
