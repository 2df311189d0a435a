package corymb.ui.segments;

import corymb.chart.FeatureWords;
import corymb.chart.RuleWords;
import corymb.project.EventValues;
import corymb.project.PeopleTables;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.Population;
import corymb.segment.SegmentPlan;
import corymb.segment.Segmentation;
import corymb.segment.Template;
import corymb.segment.UnknownIds;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A segment that is put together step by step: a name, conditions, a look at who belongs. */
public final class NewSegmentModel {
    /** So many of those who meet the rule are shown. */
    static final int PREVIEWED = 10;

    private final Session session;
    private final RuleCounter counter;
    private final ReadOnlyStringWrapper listed = new ReadOnlyStringWrapper("");
    private final RuleNotes notes;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Rule>> rule = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Rule>> started = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Table> preview = new SimpleObjectProperty<>(new Table(List.of()));

    private String given = "";

    private record Seen(Table people, Optional<UnknownIds> unknown) {}

    public NewSegmentModel(Session session) {
        this.session = session;
        counter = new RuleCounter(session);
        notes = new RuleNotes(session);
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** The rule so far; empty while no condition is complete. */
    ReadOnlyObjectProperty<Optional<Rule>> ruleProperty() {
        return rule;
    }

    ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
        return counter.countedProperty();
    }

    /** The first ten people who meet the rule. */
    public ReadOnlyObjectProperty<Table> previewProperty() {
        return preview;
    }

    /** What of a list is nobody's; empty where the rule lists none. */
    ReadOnlyStringProperty listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /** What is odd about the rule. */
    RuleNotes notes() {
        return notes;
    }

    /** What conditions can be about. */
    Topics topics() {
        return Topics.of(session.project());
    }

    /** Whether a segment of that name is there already, which this one would replace. */
    boolean isNameTaken() {
        return session.project().segment(name.get().strip()).isPresent();
    }

    /** The segments that many teams want, those the project can tell first. */
    List<Template.Offer> offers() {
        var project = session.project();
        return project.population().stream()
                .flatMap(population -> Template.offers(population.terms(), EventValues.types(project)).stream())
                .sorted(Comparator.comparing(offer -> offer.rule().isEmpty()))
                .toList();
    }

    /** Why the project cannot tell a template; empty where it can. */
    Optional<String> lack(Template.Offer offer) {
        return offer.unmade()
                .map(feature -> Texts.of("segments.template.needs", new FeatureWords("").title(feature)))
                .or(() -> offer.lacks().stream().findFirst().map(Problem::what));
    }

    /** Starts from a template: with its rule, and its name unless there is one. */
    void start(Template.Offer offer) {
        if (name.get().isBlank() || name.get().equals(given)) {
            given = offer.template().name();
            name.set(given);
        }
        rule(offer.rule());
        started.set(offer.rule());
    }

    /** The rule of the template that was taken last. */
    ReadOnlyObjectProperty<Optional<Rule>> startedProperty() {
        return started;
    }

    /** Takes the rule as it stands; empty while no condition is complete. */
    void rule(Optional<Rule> stated) {
        rule.set(stated.filter(wanted -> session.project()
                .population()
                .filter(population -> wanted.check(population.terms()).isEmpty())
                .isPresent()));
        rule.get().ifPresentOrElse(this::ask, () -> {
            counter.clear();
            notes.clear();
            preview.set(new Table(List.of()));
            listed.set("");
        });
    }

    private void ask(Rule wanted) {
        notes.look(wanted);
        counter.ask(
                wanted,
                (file, progress) -> seen(file, wanted, progress),
                (seen, _) -> seen.ifPresent(found -> {
                    preview.set(found.people());
                    listed.set(found.unknown().map(RuleNotes::words).orElse(""));
                }));
    }

    private static Seen seen(ProjectFile file, Rule wanted, Progress progress) {
        var project = file.history().present();
        return new Seen(
                file.engine().table(preview(project, wanted), progress),
                UnknownIds.of(file.engine(), project.population().orElseThrow(), wanted, progress));
    }

    private static Sql preview(Project project, Rule rule) {
        var population = project.population().orElseThrow();
        var basics = new PeopleTables(project).basicFields();
        var asked = rule.fields().stream()
                .filter(population.people().schema()::has)
                .filter(field -> !basics.contains(field) && !field.equals(Population.ID))
                .toList();
        var columns = new ArrayList<>(List.of("f." + Sql.name(Population.ID)));
        basics.forEach(field -> columns.add("p." + Sql.name(field)));
        asked.forEach(field -> columns.add("f." + Sql.name(field)));
        var profiles = project.customers()
                .map(made -> " left join " + made.value().profiles().quoted() + " p using (customer_id)")
                .orElse("");
        return Sql.of("select " + String.join(", ", columns) + " from "
                        + population.people().quoted() + " f" + profiles + " where f.customer_id in (")
                .then(Segmentation.members(population, rule))
                .then(") order by f.customer_id limit " + PREVIEWED);
    }

    /** The rule in the words of the rule language. */
    String ruleText() {
        return rule.get().map(RuleText::of).orElse("");
    }

    /** The rule in a sentence. */
    String inWords() {
        return rule.get().map(RuleWords.of(session.project())::of).orElse("");
    }

    /** Defines the segment. */
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
