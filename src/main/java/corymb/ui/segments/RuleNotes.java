package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.rule.EmptyRange;
import corymb.rule.Rule;
import corymb.segment.UnknownIds;
import corymb.segment.UnknownValues;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;

/** What is odd about a rule that can be asked: conditions that nobody can meet together, values that nobody has. */
final class RuleNotes {
    /** So many are told at once. */
    private static final int TOLD = 3;

    private static final int NAMED = 12;

    private final Session session;
    private final Latest latest = new Latest();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    RuleNotes(Session session) {
        this.session = session;
    }

    /** What is odd, a line each; empty where nothing is. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void clear() {
        latest.forget();
        text.set("");
    }

    /** Looks at a rule that fits the project; what takes reading its rows is told once they are read. */
    void look(Rule rule) {
        var empty = EmptyRange.in(rule).stream().toList();
        text.set(lines(empty));
        latest.<List<Problem>>ask(
                session,
                Texts.of("segments.counting"),
                (file, progress) -> UnknownValues.of(
                        file.engine(), file.history().present().population().orElseThrow(), rule, progress),
                outcome -> {
                    if (outcome instanceof Outcome.Done<List<Problem>>(var unknown)) {
                        text.set(lines(
                                Stream.concat(empty.stream(), unknown.stream()).toList()));
                    }
                });
    }

    /** Shows what is odd, where something is. */
    static void show(Label label, ReadOnlyStringProperty lines) {
        label.textProperty().bind(lines);
        Choices.shownWhile(label, lines.isNotEmpty());
    }

    /** What of a list is nobody's, the first of it by name. */
    static String words(UnknownIds ids) {
        var numbers = Numbers.local();
        var listed = numbers.count(ids.listed());
        if (ids.unknown().isEmpty()) {
            return Texts.of("segments.listed.all", listed);
        }
        var first = String.join(", ", ids.unknown().stream().limit(NAMED).toList());
        return Texts.of(
                ids.unknown().size() > NAMED ? "segments.listed.unknownMore" : "segments.listed.unknown",
                numbers.count(ids.unknown().size()),
                listed,
                first);
    }

    static String lines(List<Problem> problems) {
        return problems.stream().limit(TOLD).map(Problem::line).collect(Collectors.joining("\n"));
    }
}
