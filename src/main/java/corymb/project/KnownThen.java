package corymb.project;

import corymb.feature.CustomerData;
import corymb.feature.EventSources;
import corymb.feature.FeatureDefinition;
import corymb.importing.Role;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.segment.Cause;
import corymb.segment.Known;
import corymb.segment.Population;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Stored;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project as it was when segments were found before, with its features as of the moment of now.
 *
 * <p>Only the features that the rules ask for are computed, and only for the people asked about, unless customers are compared with
 * one another.
 */
final class KnownThen implements Known, AutoCloseable {
    private final ProjectFile file;
    private final Project then;
    private final Moment now;
    private final String name;
    private final List<Relation> made = new ArrayList<>();
    private final List<SegmentAsOf> seen = new ArrayList<>();

    /** Names all its tables by an id. */
    KnownThen(ProjectFile file, Project then, Moment now, long id) {
        this.file = file;
        this.then = then;
        this.now = now;
        this.name = "known_" + id;
    }

    /** The newest state of the project that knew no more than when a segment was found, as far as undo leads back. */
    static Optional<Project> of(ProjectFile file, Made<Segment> segment) {
        return file.history()
                .earlier()
                .filter(project -> project.segments().contains(segment))
                .filter(project -> project.features()
                        .filter(features -> segment.inputs().contains(features.id()))
                        .filter(features -> new HashSet<>(features.inputs())
                                .containsAll(Lineage.ofFeatures(
                                        project, features.value().plan())))
                        .isPresent())
                .filter(project -> segment.inputs()
                        .containsAll(
                                Lineage.dataOfSegment(project, segment.value().plan())))
                .findFirst();
    }

    /** All that a rule asks for as it was when a segment was found; empty where undo does not lead back so far, or it does not fit. */
    static Optional<Population> population(ProjectFile file, Made<Segment> segment, Rule rule, Progress progress) {
        return file.history()
                .earlier()
                .filter(project -> project.segments().contains(segment)
                        && !Lineage.stale(project).contains(segment.id()))
                .findFirst()
                .map(then -> then.meaning(segment.value().plan()))
                .filter(then -> rule.check(Journey.population(then).terms()).isEmpty())
                .map(then -> {
                    var asked = rule.segments().stream().flatMap(name -> then.segment(name).stream());
                    bring(file, Stream.concat(then.features().stream(), asked), progress);
                    bring(file, data(then), progress);
                    return Journey.population(then);
                });
    }

    private static Stream<Made<? extends Stored>> data(Project then) {
        return Stream.of(
                        then.customers().stream(),
                        then.sources(Role.EVENTS).stream(),
                        then.sources(Role.ITEMS).stream(),
                        then.clustering().stream())
                .flatMap(results -> results);
    }

    /** Into the engine, which of a project opened since holds no more than is known now. */
    private static void bring(ProjectFile file, Stream<? extends Made<? extends Stored>> results, Progress progress) {
        results.forEach(made -> file.bring(made.value(), progress));
    }

    @Override
    public boolean isOfAnotherZone() {
        return !then.features().orElseThrow().value().plan().zone().equals(now.zone());
    }

    @Override
    public Optional<Population> seenWith(Cause changed, Relation people, List<Rule> rules, Progress progress) {
        var all = Stream.concat(rules.stream(), behind(rules)).toList();
        var terms = Journey.population(then).terms();
        if (!all.stream().allMatch(rule -> rule.check(terms).isEmpty())) {
            return Optional.empty();
        }
        bring(file, data(then), progress.untold());
        var plan = then.features().orElseThrow().value().plan();
        var fields = new HashSet<String>();
        all.forEach(rule -> fields.addAll(rule.fields()));
        var definitions = plan.definitions().stream()
                .filter(definition -> fields.contains(definition.name()))
                .toList();
        boolean isCompared = definitions.stream().anyMatch(FeatureDefinition::comparesCustomers)
                || all.stream().flatMap(Rule::leaves).anyMatch(Rule.Alike.class::isInstance);
        var profiles = then.customers().orElseThrow().value().profiles();
        var data = isCompared
                ? new CustomerData(profiles, then.eventSources())
                : new CustomerData(of(people, profiles), of(people, then.eventSources()));
        if (data.profiles().rows() == 0) {
            return Optional.empty();
        }
        var inZone = plan.of(definitions).in(now.zone());
        var asOf = new SegmentAsOf(file, then, name + "_" + seen.size());
        seen.add(asOf);
        return Optional.of(asOf.population(
                changed == Cause.ZONE ? inZone : inZone.asOf(now.at()), data, rules, progress.untold()));
    }

    private Stream<Rule> behind(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> then.segmentsBehind(rule).stream())
                .distinct()
                .flatMap(segment -> then.segment(segment).stream())
                .map(segment -> segment.value().plan().rule());
    }

    private EventSources of(Relation people, EventSources sources) {
        return new EventSources(
                sources.events().stream().map(events -> of(people, events)).toList(), sources.items());
    }

    private Relation of(Relation people, Relation rows) {
        var relation = file.engine()
                .create(
                        name + "_of_" + made.size(),
                        Sql.of("select * from " + rows.quoted() + " semi join " + people.quoted()
                                + " using (customer_id)"),
                        Progress.NONE);
        made.add(relation);
        return relation;
    }

    @Override
    public void close() {
        seen.forEach(SegmentAsOf::close);
        made.forEach(relation -> file.engine().drop(relation.name()));
    }
}
