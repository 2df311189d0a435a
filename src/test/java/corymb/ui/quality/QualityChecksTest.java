package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.Journey;
import corymb.quality.Expectation;
import corymb.quality.Severity;
import corymb.quality.StatedCheck;
import corymb.rule.RuleParser;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person states what must hold, sees what does not, opens its rows, and changes their mind. */
@FxTest
class QualityChecksTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private ScrollPane page = new ScrollPane();

    @BeforeEach
    void open() {
        var file = Shop.create(folder);
        new Journey(file, SampleProject.CLOCK).take(Journey::assessQuality, Progress.NONE);
        Fx.run(() -> session.show(file));
        page = Fx.show(() -> new ScrollPane(parts()), 1000, 900);
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private Parent parts() {
        return QualityPage.load(session, Fx.dialogs(), _ -> {});
    }

    private void press(String text) {
        Fx.run(() -> page.getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()) || text.equals(button.getAccessibleText()))
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text))
                .fire());
    }

    private <T extends Node> T named(Class<T> type, String name) {
        return Fx.get(() -> page.getScene().getRoot().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name)));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CheckKind> kinds() {
        return (ComboBox<CheckKind>) named(ComboBox.class, "What must hold");
    }

    private List<String> checks() {
        return Fx.get(() -> page.lookupAll("#checks .check").stream()
                .map(row -> ((Labeled) row.lookup(".chip")).getText() + ": "
                        + ((Labeled) row.lookup(".strong")).getText() + ": "
                        + plain((Labeled) row.lookup(".muted")))
                .toList());
    }

    /** Without the spaces that keep a number and its unit on one line. */
    private static String plain(Labeled labeled) {
        return labeled.getText().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void aCheckIsAddedSeenToFailAndItsRowsOpened() {
        press("Add a check");
        var outcome = Fx.get(() -> (Label) page.getScene().getRoot().lookup("#outcome"));
        Fx.run(() -> {
            kinds().setValue(CheckKind.RANGE);
            named(ComboBox.class, "Every").getEditor().setText("age");
            named(TextField.class, "largest").setText("40");
        });
        assertThat(plain(outcome)).isEqualTo("2 of 5 rows fail (40 %)");
        press("Add the check");

        assertThat(session.project().stated().all()).hasSize(1);
        assertThat(checks()).containsExactly("serious: age is at most 40: 2 of 5 rows fail (40 %)");
        press("See 2 rows");
        assertThat(page.lookup("#evidence").isVisible()).isTrue();
        Fx.waitUntil(() -> page.lookupAll("#evidence .table-cell").stream()
                .anyMatch(cell -> cell instanceof Labeled labeled && "53".equals(labeled.getText())));
    }

    @Test
    void aCheckIsSwitchedOffEditedAndRemovedAndAllOfItUndone() {
        press("Add a check");
        Fx.run(() -> named(ComboBox.class, "Every").getEditor().setText("country"));
        press("Add the check");
        assertThat(checks()).containsExactly("serious: country is never missing: 1 of 5 rows fails (20 %)");

        Fx.run(() -> named(CheckBox.class, "On: country is never missing").fire());
        assertThat(checks()).containsExactly("off: country is never missing: Not run while it is off");
        Fx.run(() -> named(CheckBox.class, "On: country is never missing").fire());

        press("Edit");
        Fx.run(() -> named(TextField.class, "Note").setText("for letters"));
        press("Save the check");
        assertThat(checks())
                .containsExactly("serious: country is never missing: 1 of 5 rows fails (20 %) · for letters");

        press("Remove");
        assertThat(checks()).isEmpty();
        Fx.run(() -> session.undo(_ -> {}));
        assertThat(checks())
                .containsExactly("serious: country is never missing: 1 of 5 rows fails (20 %) · for letters");
        Fx.run(() -> session.redo(_ -> {}));
        assertThat(session.project().stated().all()).isEmpty();
    }

    @Test
    void whatIsIncompleteOrCannotBeIsSaidAndNotAdded() {
        press("Add a check");
        var outcome = Fx.get(() -> (Label) page.getScene().getRoot().lookup("#outcome"));
        var add = Fx.get(() -> page.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Add the check".equals(button.getText()))
                .findFirst()
                .orElseThrow());
        Fx.run(() -> kinds().setValue(CheckKind.PATTERN));
        assertThat(outcome.getText()).isEqualTo("Something is still missing.");
        assertThat(add.isDisabled()).isTrue();
        Fx.run(() -> named(TextField.class, "[0-9]{5}").setText("(("));
        assertThat(outcome.getText()).startsWith("The pattern is no regular expression.");
        assertThat(add.isDisabled()).isTrue();
        Fx.run(() -> named(TextField.class, "[0-9]{5}").setText(".*"));
        assertThat(add.isDisabled()).isFalse();
    }

    /** What is stated can be edited: it comes out of the sheet as it went in. */
    @Test
    void everyKindCanBeEdited() {
        var source = session.project().source("customers").orElseThrow().value();
        var number = Optional.<corymb.sql.Expression.Constant>of(new NumberConstant(2.5));
        var all = List.<Expectation>of(
                new Expectation.Required("email"),
                new Expectation.Unique(List.of("email", "age")),
                new Expectation.InRange("age", number, Optional.empty()),
                new Expectation.InSet("country", List.of(new TextConstant("DE"), new TextConstant("AT"))),
                new Expectation.Matches("email", ".*@.*, or so"),
                new Expectation.OfType("email", ColumnType.DECIMAL),
                new Expectation.References("id", "orders · old", "customer_id"),
                new Expectation.Fresh("age", 3),
                new Expectation.RowCount(5, Long.MAX_VALUE),
                new Expectation.RowCount(5, 12_000),
                new Expectation.InOrder("age", "country"),
                new Expectation.Holds(RuleParser.require("age > 3 or country = \"DE\"")),
                new Expectation.When(RuleParser.require("country = \"DE\""), new Expectation.Required("email")));

        assertThat(all).allSatisfy(expectation -> {
            var check = StatedCheck.of("customers", expectation)
                    .withSeverity(Severity.WARNING, new Share(0.007))
                    .withNote("why");
            assertThat(CheckDraft.of(check).check(source)).isEqualTo(check);
        });
    }
}
