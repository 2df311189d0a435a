package corymb.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** How something was made, on the right side of the window. */
public final class ExplanationPanel {
    private ExplanationPanel() {}

    /** Opens the panel in the window that {@code node} is in. */
    public static void show(Node node, Explanation explanation) {
        var side = InspectorSide.of(node);
        side.open(explanation.title()).getParts().addAll(parts(explanation));
        side.askedForProperty().set(true);
    }

    /** The entry of a menu on {@code node} that asks how something was made; it does nothing while there is no answer. */
    public static MenuItem menuItem(Node node, Supplier<Optional<Explanation>> answer) {
        var item = new MenuItem(Texts.of("explanation.ask"));
        item.setOnAction(_ -> answer.get().ifPresent(explanation -> show(node, explanation)));
        return item;
    }

    /** Lets every chart and the header of a page ask how what the page shows was made; empty while it shows nothing. */
    public static void answerOn(Parent page, ObservableValue<Optional<Supplier<Explanation>>> answer) {
        page.getProperties().put(Explanation.class, answer);
        page.lookupAll(".page-header").stream()
                .filter(PageHeader.class::isInstance)
                .map(PageHeader.class::cast)
                .forEach(header -> header.explainedBy(answer));
    }

    /** How what the page of {@code node} shows was made. */
    static Optional<Explanation> answerFor(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(Explanation.class) instanceof ObservableValue<?> answer
                    && answer.getValue() instanceof Optional<?> known) {
                return known.map(each -> (Explanation) ((Supplier<?>) each).get());
            }
        }
        return Optional.empty();
    }

    /** What stands in such a panel, from top to bottom. */
    public static List<Node> parts(Explanation explanation) {
        var parts = new ArrayList<Node>();
        if (!explanation.words().isEmpty()) {
            parts.add(wrapped(explanation.words(), ""));
        }
        if (!explanation.facts().isEmpty()) {
            parts.add(heading("explanation.plan"));
            explanation.facts().forEach(fact -> parts.add(line(fact)));
        }
        if (!explanation.inputs().isEmpty()) {
            parts.add(heading("explanation.inputs"));
            explanation.inputs().forEach(input -> parts.add(line(input)));
        }
        explanation.query().ifPresent(query -> addText(parts, "explanation.query", query));
        explanation.command().ifPresent(command -> addText(parts, "explanation.command", command));
        explanation.beyond().forEach(note -> parts.add(wrapped(note, "small-muted")));
        return parts;
    }

    /** A text to be copied, such as a command. */
    private static void addText(List<Node> parts, String heading, String text) {
        parts.add(heading(heading));
        parts.add(wrapped(text, "mono"));
        var copy = new Button(Texts.of("explanation.copy"));
        copy.getStyleClass().add("small");
        copy.setAccessibleText(Texts.of("explanation.copy") + ": " + Texts.of(heading));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        parts.add(copy);
    }

    private static Node heading(String key) {
        return wrapped(Texts.of(key), "strong");
    }

    /** Name over value: values such as rules and lists of features are long. */
    private static Node line(Explanation.Fact fact) {
        return new VBox(wrapped(fact.name(), "small-muted"), wrapped(fact.value(), ""));
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
