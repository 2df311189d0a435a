package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.Change;
import corymb.project.Journey;
import corymb.repair.Lookup;
import corymb.repair.Repair;
import corymb.repair.RepairList;
import corymb.repair.RepairStep;
import corymb.repair.SpellingPlan.Method;
import corymb.repair.TextRepair;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.Texts;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A person mends a source, sees it before, changes the order, and takes it back. */
@FxTest
class QualityRepairsTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private ScrollPane page = new ScrollPane();

    @BeforeEach
    void open() {
        var file = Shop.create(folder, Shop.MISWRITTEN);
        new Journey(file, SampleProject.CLOCK).take(Journey::assessQuality, Progress.NONE);
        Fx.run(() -> session.show(file));
        page = Fx.show(() -> new ScrollPane(QualityPage.load(session, Fx.dialogs(), _ -> {})), 1000, 900);
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private <T extends Node> T find(Class<T> type, String name) {
        return Fx.get(() -> named(type, name).findFirst().orElseThrow(() -> new AssertionError("No " + name)));
    }

    private <T extends Node> Stream<T> named(Class<T> type, String name) {
        return page.getScene().getRoot().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(QualityRepairsTest::isShown)
                .filter(node -> name.equals(node.getAccessibleText())
                        || (node instanceof Labeled labeled && name.equals(labeled.getText())));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Presses a button as soon as it can be: what a repair does is tried when the person pauses. */
    private void press(String text) {
        Fx.waitUntil(() -> named(Button.class, text).anyMatch(button -> !button.isDisabled()));
        Fx.run(find(Button.class, text)::fire);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box(String name) {
        return (ComboBox<String>) find(ComboBox.class, name);
    }

    @SuppressWarnings("unchecked")
    private static void keep(ComboBox<?> decision) {
        ((ComboBox<TextRepair.Decision>) decision).setValue(TextRepair.Decision.KEEP);
    }

    private void startMending(MendKind kind) {
        Fx.run(() -> page.lookupAll("#mendCard .button").stream()
                .map(Button.class::cast)
                .filter(button -> "Mend …".equals(button.getText()) && isShown(button))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.run(() -> find(RadioButton.class, kind.words()).fire());
        press("Next");
    }

    private String told() {
        Fx.waitUntil(() -> !Texts.of("mend.trying")
                .equals(((Label) page.getScene().getRoot().lookup("#told")).getText()));
        return Fx.get(() -> plain(((Label) page.getScene().getRoot().lookup("#told")).getText()));
    }

    private List<String> examples() {
        return Fx.get(() -> page.getScene().getRoot().lookupAll("#examples .strong").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** Without the spaces that keep a number and its unit on one line. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private List<String> lines() {
        return Fx.get(() -> page.lookupAll("#repairs .repair").stream()
                .map(line -> plain(line.getAccessibleText()))
                .toList());
    }

    private List<Repair> steps() {
        return session.project().source("customers").orElseThrow().value().repaired().steps().stream()
                .map(RepairStep::repair)
                .toList();
    }

    @Test
    void anEmptyCardTeachesAndARepairIsSeenBeforeItIsMade() {
        assertThat(Fx.get(() -> page.lookupAll("#repairs .repair"))).isEmpty();
        startMending(MendKind.EMAILS);
        // Of the addresses one is in capitals; the one that is none stays.
        assertThat(told()).isEqualTo("1 of 8 rows changes. 1 row stays as it is, such as \"not an address\".");
        assertThat(examples()).containsExactly("ANN@example.org", "ann@example.org");
        press("Mend 1 row");

        assertThat(lines())
                .containsExactly("Repair 1: Plain e-mail addresses in email. 1 row changed. "
                        + "1 row stays as it is, such as \"not an address\".");
        assertThat(session.historyProperty().get().past().getLast().change()).isInstanceOf(Change.Judged.class);
        assertThat(session.staleProperty().get()).isEmpty();
        press("Undo");
        assertThat(steps()).isEmpty();
        assertThat(lines()).isEmpty();
    }

    @Test
    void nothingIsLostOnTheWayBackAndForth() {
        startMending(MendKind.CASING);
        Fx.run(() -> box("Write them").setValue("UPPER"));
        press("Back");
        Fx.run(() -> find(RadioButton.class, MendKind.TRIM.words()).fire());
        Fx.run(() -> find(RadioButton.class, MendKind.CASING.words()).fire());
        press("Next");
        assertThat(Fx.get(() -> box("Write them").getValue())).isEqualTo("UPPER");
    }

    @Test
    void stepsAreMovedByKeysSwitchedEditedAndRemoved() {
        startMending(MendKind.EMAILS);
        press("Mend 1 row");
        startMending(MendKind.COUNTRIES);
        press("Mend 2 rows");
        assertThat(steps())
                .extracting(Repair::label)
                .containsExactly("Plain e-mail addresses in email", "ISO country codes in country");

        Fx.run(() ->
                page.lookupAll("#repairs .repair").stream().toList().getLast().requestFocus());
        new FxRobot().press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
        assertThat(steps())
                .extracting(Repair::label)
                .containsExactly("ISO country codes in country", "Plain e-mail addresses in email");
        // The keys stay at the repair that was moved.
        assertThat(Fx.get(() -> page.getScene().getFocusOwner().getAccessibleText()))
                .startsWith("Repair 1: ISO country codes in country");

        Fx.run(() -> find(CheckBox.class, "On: ISO country codes in country").fire());
        assertThat(lines()).first().asString().endsWith("Not made while it is off");

        press("Edit: ISO country codes in country");
        Fx.run(() -> box("Write them as").setValue("ALPHA3"));
        assertThat(told()).isEqualTo("7 of 8 rows change.");
        press("Save the repair");
        assertThat(steps().getFirst()).isEqualTo(new TextRepair.Countries("country", TextRepair.CountryCode.ALPHA3));

        press("Remove: ISO country codes in country");
        assertThat(steps()).containsExactly(new TextRepair.Emails("email"));
        Fx.run(() -> session.undo(_ -> {}));
        assertThat(steps()).hasSize(2);
    }

    @Test
    void spellingsAreMergedAsThePersonDecides() {
        startMending(MendKind.DICTIONARY);
        Fx.run(() -> box("Column").setValue("country"));
        assertThat(Fx.get(() -> page.getScene().getRoot().lookupAll(".value-group")))
                .isEmpty();
        Fx.run(() -> box("Column").setValue("email"));
        assertThat(Fx.get(() -> page.getScene().getRoot().lookupAll(".value-group")))
                .hasSize(1);
        assertThat(told()).isEqualTo("1 of 8 rows changes.");
        Fx.run(() -> find(TextField.class, "What is kept of ANN@example.org and the like")
                .setText("ann@example.com"));
        // What was tried before says nothing of what is typed now.
        assertThat(find(Button.class, "Mend").isDisabled()).isTrue();
        assertThat(told()).isEqualTo("2 of 8 rows change.");
        press("Mend 2 rows");
        assertThat(steps())
                .containsExactly(new TextRepair.Dictionary(
                        "email",
                        List.of(
                                new TextRepair.Entry("ANN@example.org", TextRepair.Decision.REPLACE, "ann@example.com"),
                                new TextRepair.Entry(
                                        "ann@example.org", TextRepair.Decision.REPLACE, "ann@example.com"))));

        press("Edit: Dictionary of 2 values for email");
        assertThat(told()).isEqualTo("2 of 8 rows change.");
        Fx.run(() -> keep(find(ComboBox.class, "What becomes of ANN@example.org")));
        press("Save the repair");
        assertThat(((TextRepair.Dictionary) steps().getFirst()).entries())
                .contains(new TextRepair.Entry("ANN@example.org", TextRepair.Decision.KEEP, ""));
    }

    @Test
    void howStrictlySpellingsAreComparedIsChosen() {
        startMending(MendKind.DICTIONARY);
        Fx.run(() -> box("Column").setValue("email"));
        Fx.run(() -> method().setValue(Method.LEVENSHTEIN));
        // Ben is two letters from ann, liz and tom are two from kim, and all are at most three from ann.
        assertThat(values()).containsExactly(3, 3);
        Fx.run(() -> size("Letters that may differ at most").setValue(3));
        assertThat(values()).containsExactly(7);
        Fx.run(() -> size("Letters that may differ at most").setValue(1));
        assertThat(values()).containsExactly(2);
        Fx.run(() -> method().setValue(Method.NGRAM));
        assertThat(Fx.get(() -> size("Letters that are looked at together").getValue()))
                .isEqualTo(2);
    }

    /** How many values each group has. */
    private List<Integer> values() {
        return Fx.get(() -> page.getScene().getRoot().lookupAll(".value-group").stream()
                .map(group -> group.lookupAll(".value-line").size())
                .toList());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Method> method() {
        return find(ComboBox.class, "Take two values for the same when they");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> size(String name) {
        Fx.run(() -> page.getScene().getRoot().lookupAll(".disclosure").stream()
                .filter(QualityRepairsTest::isShown)
                .map(Disclosure.class::cast)
                .forEach(folded -> folded.setOpen(true)));
        return find(ComboBox.class, name);
    }

    @Test
    void aFindingLeadsToItsRepairFilledIn() {
        press("Mend …: 1 of 8 rows (12.5 %) has an email that is no email address.");
        assertThat(Fx.get(() -> box("Column").getValue())).isEqualTo("email");
        press("Mend 1 row");
        assertThat(steps()).containsExactly(new TextRepair.Emails("email"));
    }

    @Test
    void theRowsThatALookupDidNotMatchAreOneClickAway() {
        Shop.addOrders(session.file(), folder);
        var lookup = new Lookup(
                "orders",
                List.of(new Lookup.Key("id", "customer_id")),
                List.of(new Lookup.Brought("value", "spent")),
                0,
                Lookup.Several.NONE,
                "");
        Fx.run(() -> session.take(
                "",
                (journey, progress) -> journey.repairs()
                        .mend(
                                "customers",
                                new RepairList(List.of(new RepairStep(lookup, true))),
                                "looked up",
                                progress),
                _ -> {}));
        Fx.run(() -> session.take("", Journey::assessQuality, _ -> {}));
        Fx.run(() -> page.getScene().getRoot().lookupAll("#choices .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(choice -> choice.getText().startsWith("customers"))
                .forEach(ToggleButton::fire));
        press("Rows without a match: 5");
        find(Label.class, "5 rows of customers without a match in orders");
    }
}
