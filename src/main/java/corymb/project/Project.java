package corymb.project;

import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.experiment.Study;
import corymb.feature.EventSources;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.path.PathPlan;
import corymb.preparation.PreparationPlan;
import corymb.privacy.ConsentLedger;
import corymb.quality.QualityReport;
import corymb.quality.StatedChecks;
import corymb.recommend.Recommendations;
import corymb.rule.Rule;
import corymb.segment.Allotment;
import corymb.segment.Policy;
import corymb.segment.Population;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.sql.View;
import corymb.table.Zone;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything a person has in a project, as one immutable value.
 *
 * @param zone whose days, weeks, months and hours are meant
 */
public record Project(
        Zone zone,
        List<Made<Source>> sources,
        Optional<Made<StatedChecks>> checks,
        Optional<Made<QualityReport>> quality,
        Optional<Made<Customers>> customers,
        Optional<Made<Features>> features,
        SavedPlans<PreparationPlan> preparations,
        SavedPlans<PathPlan> paths,
        List<Made<Clustering>> clusterings,
        List<Made<CustomerMap>> maps,
        List<Made<Segment>> segments,
        Optional<Policy> policy,
        List<Made<Recommendations>> recommendations,
        List<Made<Study>> studies) {
    public static final Project EMPTY = new Project(
            Zone.UTC,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SavedPlans.none(),
            SavedPlans.none(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());

    public Project {
        sources = List.copyOf(sources);
        clusterings = List.copyOf(clusterings);
        maps = List.copyOf(maps);
        segments = List.copyOf(segments);
        recommendations = List.copyOf(recommendations);
        studies = List.copyOf(studies);
    }

    public List<Made<Source>> sources(Role role) {
        return sources.stream().filter(source -> source.value().role() == role).toList();
    }

    /** The rows of every source of a role. */
    public List<Relation> data(Role role) {
        return sources(role).stream().map(source -> source.value().data()).toList();
    }

    /** Whether there are rows of customers or of what they did, which profiles can be built of. */
    public boolean tellsOfCustomers() {
        return !data(Role.CUSTOMERS).isEmpty() || !data(Role.EVENTS).isEmpty();
    }

    /** The events with the items they name. */
    public EventSources eventSources() {
        return new EventSources(data(Role.EVENTS), data(Role.ITEMS));
    }

    public Optional<Made<Source>> source(String name) {
        return first(sources, source -> source.name().equals(name));
    }

    /** What people stated of the sources, or nothing. */
    public StatedChecks stated() {
        return checks.map(Made::value).orElse(StatedChecks.NONE);
    }

    public Optional<Made<Segment>> segment(String name) {
        return first(segments, segment -> segment.name().equals(name));
    }

    public Optional<Made<Study>> study(String name) {
        return first(studies, study -> study.name().equals(name));
    }

    /** The clustering that rules, pages and exports mean when they say "cluster": the newest. */
    public Optional<Made<Clustering>> clustering() {
        return clusterings.isEmpty() ? Optional.empty() : Optional.of(clusterings.getLast());
    }

    /** The same as somebody who made a segment meant it: the groups that its rule asks for, if any, are the newest for as long as they are there. */
    public Project meaning(SegmentPlan plan) {
        var meant = plan.clustering().isEmpty()
                ? Optional.<Made<Clustering>>empty()
                : first(clusterings, clustering -> clustering.goesOnAs(plan.clustering()));
        return meant.filter(made -> !clustering().equals(meant))
                .map(made -> withClusterings(Placing.asNewest(clusterings, made, Clustering::plan)))
                .orElse(this);
    }

    /** The same as the segment of that name means it, if there is one: its rule goes on to mean the same groups when it is changed. */
    public Project meaning(String segment) {
        return segment(segment).map(made -> meaning(made.value().plan())).orElse(this);
    }

    /** The map that pages show: the newest. */
    public Optional<Made<CustomerMap>> map() {
        return maps.isEmpty() ? Optional.empty() : Optional.of(maps.getLast());
    }

    /** The recommendations that pages and exports show: the newest. */
    public Optional<Made<Recommendations>> recommendation() {
        return recommendations.isEmpty() ? Optional.empty() : Optional.of(recommendations.getLast());
    }

    private Map<String, Relation> segmentMembers() {
        return segments.stream().map(Made::value).collect(Collectors.toMap(Segment::name, Segment::members));
    }

    /** The segments that a rule asks for, by itself or by the groups it asks for, and those that their rules ask for. */
    public Set<String> segmentsBehind(Rule rule) {
        var behind = new TreeSet<String>();
        var open = new ArrayDeque<>(askedFor(rule));
        while (!open.isEmpty()) {
            var name = open.remove();
            if (behind.add(name)) {
                segment(name)
                        .ifPresent(
                                made -> open.addAll(askedFor(made.value().plan().rule())));
            }
        }
        return behind;
    }

    /** The segments that a rule asks for itself: that it names, and that the groups it asks for were found in. */
    Set<String> askedFor(Rule rule) {
        var asked = new TreeSet<>(rule.segments());
        if (Ground.asksForGroups(rule)) {
            clustering().flatMap(made -> made.value().plan().within()).ifPresent(asked::add);
        }
        return asked;
    }

    /** Everything a rule can ask about a customer: the features, and the newest clustering's cluster; empty without features. */
    public Optional<Population> population() {
        return features.map(made ->
                        Population.of(made.value().table(), made.value().plan().moment()))
                .map(people -> Ground.known(this, people))
                .map(people -> people.doing(eventSources()).in(segmentMembers()));
    }

    /** To which segment each customer belongs by the policy that was taken; empty without one, without segments or features. */
    public Optional<Allotment> allotment() {
        return policy.filter(_ -> !segments.isEmpty()).flatMap(this::allotment);
    }

    /** The same by a policy that may be taken. */
    public Optional<Allotment> allotment(Policy tried) {
        return population()
                .map(people ->
                        new Allotment(people, segments.stream().map(Made::value).toList(), tried));
    }

    /** Who agreed to what. */
    public ConsentLedger consents() {
        return new ConsentLedger(data(Role.CONSENTS));
    }

    /** Every result, inputs before what was made of them. */
    public List<Made<?>> results() {
        return Stream.of(
                        sources,
                        quality.stream().toList(),
                        customers.stream().toList(),
                        features.stream().toList(),
                        clusterings,
                        maps,
                        segments,
                        recommendations,
                        studies)
                .<Made<?>>flatMap(List::stream)
                .toList();
    }

    /** The rows that the results rest on. */
    public Stream<Relation> relations() {
        return results().stream()
                .flatMap(made -> made.value() instanceof Stored stored ? stored.relations().stream() : Stream.empty());
    }

    /** What results give of stored rows without keeping them again. */
    public Stream<View> views() {
        return results().stream()
                .flatMap(made -> made.value() instanceof Stored stored ? stored.views().stream() : Stream.empty());
    }

    Project withZone(Zone newZone) {
        return with(parts -> parts.zone = newZone);
    }

    Project withSources(List<Made<Source>> newSources) {
        return with(parts -> parts.sources = newSources);
    }

    Project withChecks(Made<StatedChecks> newChecks) {
        return with(parts -> parts.checks = Optional.of(newChecks));
    }

    Project withQuality(Made<QualityReport> newQuality) {
        return with(parts -> parts.quality = Optional.of(newQuality));
    }

    Project withCustomers(Made<Customers> newCustomers) {
        return with(parts -> parts.customers = Optional.of(newCustomers));
    }

    Project withFeatures(Made<Features> newFeatures) {
        return with(parts -> parts.features = Optional.of(newFeatures));
    }

    Project withPreparations(SavedPlans<PreparationPlan> newPreparations) {
        return with(parts -> parts.preparations = newPreparations);
    }

    Project withPaths(SavedPlans<PathPlan> newPaths) {
        return with(parts -> parts.paths = newPaths);
    }

    Project withClusterings(List<Made<Clustering>> newClusterings) {
        return with(parts -> parts.clusterings = newClusterings);
    }

    Project withMaps(List<Made<CustomerMap>> newMaps) {
        return with(parts -> parts.maps = newMaps);
    }

    Project withSegments(List<Made<Segment>> newSegments) {
        return with(parts -> parts.segments = newSegments);
    }

    Project withPolicy(Optional<Policy> newPolicy) {
        return with(parts -> parts.policy = newPolicy);
    }

    Project withRecommendations(List<Made<Recommendations>> newRecommendations) {
        return with(parts -> parts.recommendations = newRecommendations);
    }

    Project withStudies(List<Made<Study>> newStudies) {
        return with(parts -> parts.studies = newStudies);
    }

    private Project with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    private static <T> Optional<Made<T>> first(List<Made<T>> list, Predicate<T> wanted) {
        return list.stream().filter(made -> wanted.test(made.value())).findFirst();
    }

    /** All of a project while a part of it is put in the place of another. */
    private static final class Parts {
        private Zone zone;
        private List<Made<Source>> sources;
        private Optional<Made<StatedChecks>> checks;
        private Optional<Made<QualityReport>> quality;
        private Optional<Made<Customers>> customers;
        private Optional<Made<Features>> features;
        private SavedPlans<PreparationPlan> preparations;
        private SavedPlans<PathPlan> paths;
        private List<Made<Clustering>> clusterings;
        private List<Made<CustomerMap>> maps;
        private List<Made<Segment>> segments;
        private Optional<Policy> policy;
        private List<Made<Recommendations>> recommendations;
        private List<Made<Study>> studies;

        Parts(Project project) {
            zone = project.zone;
            sources = project.sources;
            checks = project.checks;
            quality = project.quality;
            customers = project.customers;
            features = project.features;
            preparations = project.preparations;
            paths = project.paths;
            clusterings = project.clusterings;
            maps = project.maps;
            segments = project.segments;
            policy = project.policy;
            recommendations = project.recommendations;
            studies = project.studies;
        }

        Project whole() {
            return new Project(
                    zone,
                    sources,
                    checks,
                    quality,
                    customers,
                    features,
                    preparations,
                    paths,
                    clusterings,
                    maps,
                    segments,
                    policy,
                    recommendations,
                    studies);
        }
    }
}
