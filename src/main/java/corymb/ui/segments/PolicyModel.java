package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.project.Made;
import corymb.project.PeopleTables;
import corymb.project.Project;
import corymb.segment.Overlap;
import corymb.segment.Policy;
import corymb.segment.Policy.ByScore;
import corymb.segment.PolicyEffect;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.table.Field;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.PolicyWords;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Decides to which segment customers belong whom several would take, and shows what that does before it is taken. */
public final class PolicyModel {
    private final Session session;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PRIORITY);
    private final ReadOnlyObjectWrapper<List<String>> order = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, String> fields = new TreeMap<>();
    private final DoubleProperty margin = new SimpleDoubleProperty(ByScore.USUAL_MARGIN);
    private final ReadOnlyObjectWrapper<Optional<PolicyEffect>> effect = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Policy>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final PeopleModel people;
    private List<Made<Segment>> followed = List.of();
    private final Latest trying = new Latest();

    public PolicyModel(Session session) {
        this.session = session;
        this.people = new PeopleModel(session);
        session.historyProperty().subscribe(history -> follow(history.present()));
        kind.addListener((_, _, _) -> preview());
        margin.addListener((_, _, _) -> preview());
    }

    /** The ways to decide. */
    enum Kind {
        MANY,
        PRIORITY,
        SCORE
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** The segments in the order in which they take. */
    ReadOnlyObjectProperty<List<String>> orderProperty() {
        return order.getReadOnlyProperty();
    }

    /** What the policy would do; that of before stays until it is worked out. */
    ReadOnlyObjectProperty<Optional<PolicyEffect>> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** The policy that holds now. */
    ReadOnlyObjectProperty<Optional<Policy>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    String takenInWords() {
        return PolicyWords.of(taken.get());
    }

    /** How the last thing that was tried came out. */
    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Customers to be looked at one by one. */
    PeopleModel people() {
        return people;
    }

    /** How near the two highest scores are where a person should look at the customer, 0 to 1. */
    DoubleProperty marginProperty() {
        return margin;
    }

    /** What a segment can be scored by. */
    List<String> numbers() {
        return session.project()
                .population()
                .map(population -> population.schema().fields().stream()
                        .filter(field -> field.type().isNumeric())
                        .map(Field::name)
                        .filter(name -> !name.equals(RuleWords.CLUSTER))
                        .toList())
                .orElse(List.of());
    }

    Vocabulary words() {
        return Vocabulary.of(session.project());
    }

    /** What a segment is scored by; empty where nothing is chosen. */
    Optional<String> field(String segment) {
        return Optional.ofNullable(fields.get(segment));
    }

    void score(String segment, String field) {
        if (!Optional.of(field).equals(field(segment))) {
            fields.put(segment, field);
            preview();
        }
    }

    /** Lets a segment take so many places earlier, or later where it is below 0. */
    void raise(String segment, int places) {
        int from = order.get().indexOf(segment);
        place(segment, Math.clamp(from - (long) places, 0, order.get().size() - 1));
    }

    /** Lets a segment take in the place of another, which comes next to it. */
    void drop(String dragged, String onto) {
        place(dragged, order.get().indexOf(onto));
    }

    private void place(String segment, int to) {
        var changed = new ArrayList<>(order.get());
        if (to >= 0 && changed.remove(segment)) {
            changed.add(to, segment);
            if (!changed.equals(order.get())) {
                order.set(List.copyOf(changed));
                preview();
            }
        }
    }

    /** Whether the policy says something yet: scores decide once one segment has one. */
    boolean decides() {
        return !(chosen() instanceof ByScore by) || !by.given().isEmpty();
    }

    /** The policy as it is chosen now. */
    Policy chosen() {
        return switch (kind.get()) {
            case MANY -> new Policy.Many();
            case PRIORITY -> new Policy.Priority(order.get());
            case SCORE ->
                new ByScore(
                        order.get().stream()
                                .map(segment ->
                                        new Policy.Score(segment, field(segment).orElse("")))
                                .toList(),
                        margin.get());
        };
    }

    /** Lets the chosen policy hold; undo takes it back. */
    void take() {
        take(Optional.of(chosen()));
    }

    /** Lets none hold. */
    void takeNone() {
        take(Optional.empty());
    }

    private void take(Optional<Policy> policy) {
        session.take(
                Texts.of("policy.taking"), (journey, _) -> journey.segments().take(policy), outcome::set);
    }

    /** Shows the customers that a person should look at. */
    void review() {
        session.project()
                .allotment(chosen())
                .ifPresent(allotment -> people.show(People.listed(
                        Texts.of("policy.review"),
                        new PeopleTables(session.project()).introduced(named(allotment.review())))));
    }

    /** What was decided of each, under headings that say it, as far as the policy decides it. */
    private Sql named(Sql reviewed) {
        boolean isMany = kind.get() == Kind.MANY;
        var columns = new ArrayList<>(List.of(
                "customer_id",
                column("assigned", isMany ? "policy.in" : "policy.assigned"),
                column("next", isMany ? "policy.alsoIn" : "policy.next"),
                column("memberships", "policy.memberships")));
        if (kind.get() == Kind.SCORE) {
            columns.add(column("score", "policy.score"));
            columns.add(column("next_score", "policy.nextScore"));
        }
        return Sql.of("select " + String.join(", ", columns) + " from (")
                .then(reviewed)
                .then(")");
    }

    private static String column(String name, String key) {
        return name + " as " + Sql.name(Texts.of(key));
    }

    /** Shows the customers whom two segments share. */
    void open(Overlap.Pair pair) {
        session.project()
                .segment(pair.first())
                .map(Made::value)
                .ifPresent(first -> session.project()
                        .segment(pair.second())
                        .map(Made::value)
                        .ifPresent(second -> people.show(new SharedPeople(session.project()).inBoth(first, second))));
    }

    /** How sure it is that the members of a segment are of it, and where they would go; empty where that is beyond doubt and all stay. */
    String moves(String segment) {
        return effect.get().stream()
                .flatMap(found -> Stream.concat(sure(found, segment), moves(found, segment)))
                .collect(Collectors.joining(" · "));
    }

    private static Stream<String> moves(PolicyEffect effect, String segment) {
        return effect.from(segment).stream()
                .map(move -> Texts.of("policy.move", Numbers.local().count(move.customers()), move.to()));
    }

    /** How sure it is on average that its members are of it, where that can be in doubt. */
    private static Stream<String> sure(PolicyEffect effect, String segment) {
        return effect.lines().stream()
                .filter(line -> line.segment().equals(segment) && line.confidence() < 1)
                .map(line -> Texts.of("policy.sure", Numbers.local().percent(line.confidence())));
    }

    private void follow(Project project) {
        boolean isNew = !project.policy().equals(taken.get());
        taken.set(project.policy());
        if (isNew) {
            project.policy().ifPresent(this::show);
        }
        if (isNew || !project.segments().equals(followed)) {
            followed = project.segments();
            people.clear();
            order.set(new Policy.Priority(order.get())
                    .order(followed.stream().map(made -> made.value().name()).toList()));
            preview();
        }
    }

    private void show(Policy policy) {
        order.set(policy.order(order.get().isEmpty() ? policy.named() : order.get()));
        if (policy instanceof ByScore by) {
            margin.set(by.margin());
            by.given().forEach(score -> fields.put(score.segment(), score.field()));
        }
        kind.set(
                switch (policy) {
                    case Policy.Many() -> Kind.MANY;
                    case Policy.Priority _ -> Kind.PRIORITY;
                    case ByScore _ -> Kind.SCORE;
                });
    }

    private void preview() {
        trying.forget();
        if (followed.size() < 2) {
            effect.set(Optional.empty());
            return;
        }
        var asked = chosen();
        var journey = session.journey();
        trying.<PolicyEffect>ask(
                session,
                Texts.of("policy.trying"),
                (_, progress) -> journey.segments().effect(asked, progress),
                ended -> {
                    if (ended instanceof Outcome.Done<PolicyEffect>(var found)) {
                        effect.set(Optional.of(found));
                    } else {
                        outcome.set(ended);
                    }
                });
    }
}
