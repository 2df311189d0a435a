package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.segment.LookAlikes;
import corymb.segment.Population;
import corymb.segment.RuleEdit;
import corymb.segment.RuleFunnel;
import corymb.segment.Segmentation;
import corymb.segment.SmallestChange;
import corymb.segment.UnknownIds;
import corymb.segment.Verdict;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What the rule that is being written does: what each of its conditions takes away, and why somebody is in or out. */
public final class RuleEffectsModel {
    /** So many customers are shown of those who meet a rule. */
    static final int SAMPLE = 10;

    private final Session session;
    private final ObservableValue<Optional<Rule>> rule;
    private final Latest counting = new Latest();
    private final Latest asking = new Latest();
    private final Latest measuring = new Latest();
    private final StringProperty customer = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<RuleFunnel>> funnel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<String> name;
    private String edited = "";
    private final ReadOnlyObjectWrapper<Optional<RuleEdit>> edit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Table>> sample = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UnknownIds>> unknown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Likeness>> likeness = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final PeopleModel people;

    /**
     * Follows a rule.
     *
     * @param rule empty while there is none that can be asked
     * @param name of the segment it is to be the rule of
     */
    public RuleEffectsModel(Session session, ObservableValue<Optional<Rule>> rule, ObservableValue<String> name) {
        this.session = session;
        this.rule = rule;
        this.name = name;
        people = new PeopleModel(session);
        rule.subscribe(this::follow);
        name.addListener((_, _, _) -> {
            if (!named().equals(edited)) {
                follow(rule.getValue());
            }
        });
        session.historyProperty().addListener((_, _, _) -> follow(rule.getValue()));
    }

    /** Why somebody is in or out, and what would change that. */
    record Answer(String customer, Verdict verdict, List<SmallestChange> changes) {
        Answer {
            changes = List.copyOf(changes);
        }
    }

    /** What each condition does; that of the rule before stays until the next is counted, so that nothing jumps. */
    ReadOnlyObjectProperty<Optional<RuleFunnel>> funnelProperty() {
        return funnel.getReadOnlyProperty();
    }

    /** What the rule would do to the segment that has the name already; empty where none has. */
    ReadOnlyObjectProperty<Optional<RuleEdit>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** The segment that has the name already; empty where none has. */
    String edited() {
        return edited;
    }

    private String named() {
        var known = name.getValue().strip();
        return session.project().segment(known).isPresent() ? known : "";
    }

    /** Some of those who meet the rule. */
    ReadOnlyObjectProperty<Optional<Table>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    /** The ids the rule lists that are nobody's; empty where it lists none. */
    ReadOnlyObjectProperty<Optional<UnknownIds>> unknownProperty() {
        return unknown.getReadOnlyProperty();
    }

    /** How alike people are whom the rule takes for being like a segment; empty where it takes none. */
    ReadOnlyObjectProperty<Optional<Likeness>> likenessProperty() {
        return likeness.getReadOnlyProperty();
    }

    /** How alike people are, and how many of them the rule takes. */
    record Likeness(Rule.Alike asked, LookAlikes.Curve curve) {}

    /** Whom the person asks about. */
    StringProperty customerProperty() {
        return customer;
    }

    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Why there is no answer about the customer; empty where nothing is wrong. */
    ReadOnlyObjectProperty<String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The people behind a number that was clicked. */
    PeopleModel people() {
        return people;
    }

    RuleWords words() {
        return RuleWords.of(session.project().meaning(edited));
    }

    private void follow(Optional<Rule> wanted) {
        edited = named();
        if (wanted.isEmpty()) {
            counting.forget();
            show(Optional.empty());
        } else {
            var segment = edited;
            counting.<Effects>ask(
                    session,
                    Texts.of("segments.counting"),
                    (file, progress) -> effects(file, wanted.get(), segment, progress),
                    outcome -> show(
                            outcome instanceof Outcome.Done<Effects>(var counted)
                                    ? Optional.of(counted)
                                    : Optional.empty()));
        }
        measure(wanted.stream()
                .flatMap(Rule::leaves)
                .flatMap(leaf -> leaf instanceof Rule.Alike alike ? Stream.of(alike) : Stream.empty())
                .findFirst());
        ask();
    }

    private record Effects(RuleFunnel funnel, Optional<UnknownIds> unknown, Optional<RuleEdit> edit, Table sample) {}

    private static Effects effects(ProjectFile file, Rule rule, String segment, Progress progress) {
        var engine = file.engine();
        var project = file.history().present();
        var people = population(project.meaning(segment));
        return new Effects(
                RuleFunnel.of(engine, people, rule, progress),
                UnknownIds.of(engine, people, rule, progress),
                project.segment(segment)
                        .map(made ->
                                RuleEdit.of(engine, people, rule, made.value().members(), progress)),
                Segmentation.sample(engine, people, rule, SAMPLE, progress));
    }

    private void show(Optional<Effects> counted) {
        edit.set(counted.flatMap(Effects::edit));
        sample.set(counted.map(Effects::sample));
        funnel.set(counted.map(Effects::funnel));
        unknown.set(counted.flatMap(Effects::unknown));
    }

    private void measure(Optional<Rule.Alike> wanted) {
        if (wanted.isEmpty()) {
            measuring.forget();
            likeness.set(Optional.empty());
            return;
        }
        var alike = wanted.get();
        var segment = edited;
        measuring.<Likeness>ask(
                session,
                Texts.of("segments.comparing"),
                (file, progress) -> {
                    var people = population(file.history().present().meaning(segment));
                    var curve = LookAlikes.curve(file.engine(), people, alike.segment(), alike.features(), progress);
                    return new Likeness(alike, curve);
                },
                outcome -> likeness.set(
                        outcome instanceof Outcome.Done<Likeness>(var found) ? Optional.of(found) : Optional.empty()));
    }

    private static Population population(Project project) {
        return project.population().orElseThrow(() -> new IllegalStateException("No features to ask about"));
    }

    /** Asks about the customer who is named. */
    void ask() {
        var id = customer.get().strip();
        problem.set("");
        if (id.isEmpty() || rule.getValue().isEmpty()) {
            asking.forget();
            answer.set(Optional.empty());
            return;
        }
        var wanted = rule.getValue().get();
        var segment = edited;
        asking.<Answer>ask(
                session,
                Texts.of("segments.asking", id),
                (file, progress) -> {
                    var population = population(file.history().present().meaning(segment));
                    var verdict = Verdict.of(file.engine(), population, wanted, id, progress);
                    return new Answer(id, verdict, verdict.changes(population));
                },
                this::answered);
    }

    private void answered(Outcome<Answer> outcome) {
        answer.set(outcome instanceof Outcome.Done<Answer>(var found) ? Optional.of(found) : Optional.empty());
        if (outcome instanceof Outcome.Failed<Answer>(var told)) {
            problem.set(told.line());
        }
    }

    /** Asks about somebody else. */
    void ask(String id) {
        customer.set(id);
        ask();
    }

    /** Shows who is left after a step that narrows, or is in after one that brings people in. */
    void openTogether(RuleFunnel shown, int step) {
        var rules = shown.steps().stream()
                .limit(step + 1L)
                .map(RuleFunnel.Step::rule)
                .toList();
        open(joined(rules, shown.narrows()));
    }

    /** Shows whom only one condition keeps out, or brings in. */
    void openOnlyThis(RuleFunnel shown, int step) {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < shown.steps().size(); i++) {
            var rule = shown.steps().get(i).rule();
            boolean holds = (i == step) != shown.narrows();
            rules.add(holds ? rule : turned(rule));
        }
        open(joined(rules, true));
    }

    private static Rule turned(Rule rule) {
        return rule instanceof Rule.Not(var negated) ? negated : new Rule.Not(rule);
    }

    private static Rule joined(List<Rule> rules, boolean all) {
        if (rules.size() == 1) {
            return rules.getFirst();
        }
        return all ? new Rule.All(rules) : new Rule.Any(rules);
    }

    /** Shows who would come into the segment that is edited, or drop out of it. */
    void openMoved(boolean comesIn) {
        var wanted = rule.getValue().orElseThrow();
        var member = new Rule.InSegment(edited());
        open(comesIn ? joined(List.of(wanted, turned(member)), true) : joined(List.of(member, turned(wanted)), true));
    }

    private void open(Rule wanted) {
        var project = session.project();
        var population = population(project.meaning(edited));
        var rows = Sql.of("select * from " + population.people().quoted() + " where customer_id in (")
                .then(Segmentation.members(population, wanted))
                .then(") order by customer_id");
        var groups = project.segment(edited)
                .map(made -> made.value().plan().clustering())
                .orElse("");
        people.show(new People(words().of(wanted), rows, Optional.of(wanted), "", groups));
    }
}
