package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.project.EventValues;
import corymb.project.Project;
import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleSuggestions;
import corymb.rule.RuleText;
import corymb.rule.Suggestion;
import corymb.segment.SegmentPlan;
import corymb.table.Schema;
import corymb.ui.kit.Texts;
import corymb.ui.session.RuleFault;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A rule as a person types it: its members counted while typing, its mistakes told in place, completions offered. */
public final class RuleEditorModel {
    private static final RuleSuggestions NOTHING = new RuleSuggestions(new Schema(List.of()), Map.of());

    private final Session session;
    private final RuleCounter counter;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Optional<RuleFault>> fault = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty misfit = new SimpleStringProperty("");
    private final RuleNotes notes;
    private final ObjectProperty<Optional<Rule>> written = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Rule>> rule = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private RuleSuggestions suggestions = NOTHING;

    public RuleEditorModel(Session session) {
        this.session = session;
        counter = new RuleCounter(session);
        notes = new RuleNotes(session);
        session.historyProperty().addListener((_, _, history) -> show(history.present()));
        show(session.project());
    }

    public StringProperty textProperty() {
        return text;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Where the text stops making sense; empty where it does not. */
    ObjectProperty<Optional<RuleFault>> faultProperty() {
        return fault;
    }

    /** Why the rule, which can be read, does not fit what there is; empty where it does. */
    StringProperty misfitProperty() {
        return misfit;
    }

    /** What is odd about the rule. */
    RuleNotes notes() {
        return notes;
    }

    /** The rule the text says, be it that it asks for something that is gone; empty while it says none. */
    ReadOnlyObjectProperty<Optional<Rule>> writtenProperty() {
        return written;
    }

    /** The same where it fits what there is. */
    ReadOnlyObjectProperty<Optional<Rule>> ruleProperty() {
        return rule;
    }

    ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
        return counter.countedProperty();
    }

    private void show(Project project) {
        var fields = FieldChoice.of(project);
        suggestions = project.population()
                .map(people ->
                        new RuleSuggestions(people.terms(), FieldChoice.topValues(fields), EventValues.of(project)))
                .orElse(NOTHING);
        read();
    }

    /** What could stand at the caret. */
    List<Suggestion> suggestions(int caret) {
        return suggestions.at(text.get(), Math.min(caret, text.get().length()));
    }

    /** Reads the text as it stands and asks for the count. */
    public void read() {
        fault.set(Optional.empty());
        misfit.set("");
        if (text.get().isBlank() || suggestions.terms().fields().fields().isEmpty()) {
            written.set(Optional.empty());
            none();
            return;
        }
        switch (RuleParser.parse(text.get())) {
            case ParsedRule.Malformed malformed -> {
                written.set(Optional.empty());
                none();
                fault.set(Optional.of(RuleFault.of(text.get(), malformed)));
            }
            case ParsedRule.Parsed(var parsed) -> fit(parsed);
        }
    }

    private void none() {
        counter.clear();
        notes.clear();
        rule.set(Optional.empty());
    }

    private void fit(Rule parsed) {
        written.set(Optional.of(parsed));
        var problems = parsed.check(suggestions.terms());
        if (problems.isEmpty()) {
            rule.set(Optional.of(parsed));
            counter.count(parsed, this::failed);
            notes.look(parsed);
        } else {
            none();
            misfit.set(problems.getFirst().line());
        }
    }

    private void failed(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var problem)) {
            misfit.set(problem.line());
        }
    }

    /** What conditions can be about. */
    Topics topics() {
        return Topics.of(session.project());
    }

    /** Takes a rule that was put together by clicking, which the text then says too. */
    void put(Optional<Rule> wanted) {
        if (!wanted.equals(written.get())) {
            text.set(wanted.map(RuleText::of).orElse(""));
            read();
        }
    }

    /** Takes a segment's name and rule to be changed. */
    public void edit(String segment, String ruleText) {
        name.set(segment);
        text.set(ruleText);
        read();
        edits.set(edits.get() + 1);
    }

    /** How often a segment's rule was put here to be changed. */
    ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** The rule in a sentence; empty while there is none. */
    String inWords() {
        return rule.get().map(words()::of).orElse("");
    }

    /** Rules in the words of the project. */
    RuleWords words() {
        return RuleWords.of(session.project().meaning(name.get().strip()));
    }

    /** Defines the segment; where one of that name is there, anew. */
    public void save(Consumer<Outcome<?>> whenEnded) {
        var plan = rule.get()
                .map(wanted -> new SegmentPlan(name.get().strip(), wanted))
                .orElseThrow();
        session.take(
                Texts.of("segments.defining", plan.name()),
                (journey, progress) -> journey.segments().define(plan, progress),
                whenEnded::accept);
    }
}
