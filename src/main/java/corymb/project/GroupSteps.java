package corymb.project;

import corymb.clustering.Assignments;
import corymb.clustering.Box;
import corymb.clustering.ClusterBoxes;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clusterer;
import corymb.clustering.Clustering;
import corymb.clustering.Comparison;
import corymb.clustering.CustomerMatrix;
import corymb.clustering.DistillationPlan;
import corymb.clustering.Distilling;
import corymb.clustering.GroupedRows;
import corymb.clustering.Keeping;
import corymb.clustering.LookingCloser;
import corymb.clustering.Succession;
import corymb.clustering.Weights;
import corymb.feature.ColumnRules;
import corymb.feature.FeatureMatrix;
import corymb.preparation.PreparationPlan;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Matrix;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of the journey about the groups that were found. */
public final class GroupSteps {
    private static final double READING = 0.2;
    private static final int LONGEST_NAME = 100;

    private final Journey journey;
    private final ProjectFile file;

    GroupSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /**
     * Looks for groups.
     *
     * @throws corymb.work.Failure when they are to be within a segment that is not there, or that asks for groups itself
     */
    Change find(ClusterPlan plan, Progress progress) {
        var features = journey.features().table();
        var project = file.history().present();
        return new GroupChange.Clustered(journey.made(
                Lineage.ofClustering(project, plan),
                id -> Ground.of(file, plan)
                        .use(
                                features,
                                "clusters_" + id + "_ground",
                                progress,
                                ground -> found(plan, ground, "clusters_" + id, progress))));
    }

    private Clustering found(ClusterPlan plan, Relation ground, String name, Progress progress) {
        var engine = file.engine();
        var project = file.history().present();
        project.customers()
                .ifPresent(made ->
                        FeatureMatrix.requireOffered(ground, made.value().profiles(), plan.features()));
        var matrix = FeatureMatrix.of(engine, ground, plan.features(), plan.preparation(), progress.between(0, 0.1));
        var weights = plan.weight()
                .map(weight -> Weights.of(FeatureMatrix.numbers(engine, ground, weight, progress.untold())))
                .orElse(Weights.EVEN);
        var before = project.clusterings().stream()
                .map(Made::value)
                .filter(clustering -> clustering.plan().equals(plan))
                .findFirst();
        var customers = new CustomerMatrix(
                ground,
                matrix.values(),
                matrix.preparation(),
                weights,
                Headings.of(project).plain(),
                plan.mixed(matrix.given()),
                before,
                matrix.plain(progress.untold()));
        return Clusterer.run(engine, customers, plan, name, progress.between(0.1, 1));
    }

    /** Puts the groups of the newest clustering into rules about the features it was made of; nothing is kept of it. */
    public GroupRules rules(DistillationPlan plan, Progress progress) {
        var grouped = grouped(PreparationPlan.USUAL, progress.between(0, READING));
        var rows = grouped.rows();
        var distillation = Distilling.run(rows.matrix(), rows.clusters(), plan, progress.between(READING, 1));
        var columns =
                new ColumnRules(grouped.encodings(), journey.features().table().schema());
        return new GroupRules(
                distillation,
                distillation.clusters().stream()
                        .map(cluster -> rule(cluster, columns)
                                .map(rule -> Ground.within(clustering().plan().within(), rule)))
                        .toList());
    }

    /** Looks closer at the groups of the newest clustering; nothing is kept of it. */
    public GroupDetails details(Progress progress) {
        var grouped = grouped(clustering().plan().preparation(), progress.between(0, READING));
        var details = LookingCloser.at(grouped.rows(), clustering().plan(), progress.between(READING, 1));
        return new GroupDetails(
                grouped.rows().described().columnNames(),
                details,
                grouped.customerIds(),
                earlier(grouped, progress.untold()));
    }

    private Optional<EarlierGroups> earlier(GroupedCustomers grouped, Progress progress) {
        var clusterings = file.history().present().clusterings();
        if (clusterings.size() < 2) {
            return Optional.empty();
        }
        var made = clusterings.get(clusterings.size() - 2);
        var before = made.value();
        var clusters = grouped.rows().clusters();
        var clusterOf = clusters(before, progress);
        int[] both = IntStream.range(0, grouped.customerIds().size())
                .filter(row -> clusterOf.containsKey(grouped.customerIds().get(row)))
                .toArray();
        var one = IntStream.of(both)
                .map(row -> clusterOf.getOrDefault(grouped.customerIds().get(row), Assignments.NOISE))
                .toArray();
        var other = IntStream.of(both).map(clusters::get).toArray();
        return Optional.of(new EarlierGroups(
                made,
                Comparison.of(
                        new Assignments(before.clusters().size(), one),
                        new Assignments(clusters.clusterCount(), other))));
    }

    /** What would become of the groups of the newest clustering if the customers there are now were sorted into them; nothing is kept. */
    public Succession ageing(Progress progress) {
        return sorting(
                "ageing_" + file.claimId(),
                progress,
                customers -> Keeping.look(file.engine(), customers, progress.between(READING, 1)));
    }

    /** Keeps the groups of the newest clustering and sorts the customers there are now into them. */
    public Change keep(Progress progress) {
        return new GroupChange.GroupsKept(journey.made(
                Lineage.ofClustering(file.history().present(), clustering().plan()),
                id -> sorting(
                        "clusters_" + id + "_ground",
                        progress,
                        customers -> Keeping.run(
                                file.engine(), customers, "clusters_" + id, progress.between(READING, 1)))));
    }

    /** Does something with the customers there are now, as the newest clustering learnt to see them. */
    private <T> T sorting(String name, Progress progress, Function<CustomerMatrix, T> work) {
        var clustering = clustering();
        if (!clustering.frame().isKept()) {
            throw new Problem(
                            "These groups were found by an earlier version, which did not keep what it learnt of the customers.",
                            "",
                            "Find them once more with the same options: they go on under their names.")
                    .asFailure();
        }
        return Ground.of(file, clustering.plan())
                .use(
                        journey.features().table(),
                        name,
                        progress,
                        ground -> work.apply(customers(clustering, ground, progress.between(0, READING))));
    }

    private CustomerMatrix customers(Clustering clustering, Relation ground, Progress progress) {
        var learnt = clustering.frame().preparation();
        var matrix = FeatureMatrix.of(file.engine(), ground, clustering.plan().features(), learnt, progress);
        return new CustomerMatrix(
                ground,
                matrix.values(),
                learnt,
                Weights.EVEN,
                Map.of(),
                clustering.plan().mixed(matrix.given()),
                Optional.of(clustering));
    }

    /** The features of the newest clustering as they are now, by what was learnt where the clustering has this plan, else by what they say now. */
    private FeatureMatrix matrix(PreparationPlan plan, Progress progress) {
        var engine = file.engine();
        var features = journey.features().table();
        var names = clustering().plan().features();
        var learnt = clustering().frame().preparation();
        return learnt.plan().equals(plan)
                ? FeatureMatrix.of(engine, features, names, learnt, progress)
                : FeatureMatrix.of(engine, features, names, plan, progress);
    }

    /** The features in units of their own, as the newest clustering is told by them. */
    private Optional<Matrix> plain(FeatureMatrix matrix, Progress progress) {
        return clustering().plain().isNone()
                ? Optional.empty()
                : matrix.plain(progress)
                        .map(plain -> plain.columns(clustering().plain().columns()));
    }

    /** The customers of the newest clustering who are still there, with the features it was made of as they are now, prepared by a plan. */
    private GroupedCustomers grouped(PreparationPlan plan, Progress progress) {
        var clustering = clustering();
        var matrix = matrix(plan, progress);
        var clusterOf = clusters(clustering, progress);
        int[] places = IntStream.range(0, matrix.customerIds().size())
                .filter(row -> clusterOf.containsKey(matrix.customerIds().get(row)))
                .toArray();
        int[] clusters = IntStream.of(places)
                .map(row -> clusterOf.getOrDefault(matrix.customerIds().get(row), Assignments.NOISE))
                .toArray();
        var rows = new GroupedRows(
                matrix.values().rows(places),
                plain(matrix, progress.untold()).map(plain -> plain.rows(places)),
                clustering.plan().mixed(matrix.given()).map(mixed -> mixed.rows(places)),
                new Assignments(clustering.clusters().size(), clusters));
        return new GroupedCustomers(
                IntStream.of(places).mapToObj(matrix.customerIds()::get).toList(), rows, matrix.encodings());
    }

    /**
     * Calls a group of the newest clustering by another name.
     *
     * @throws corymb.work.Failure when there is no such group, or the name is empty, too long or another group's
     */
    public Change rename(int cluster, String name) {
        var made = newest();
        var wanted = name.strip();
        var groups = made.value().clusters();
        if (groups.stream().noneMatch(group -> group.cluster() == cluster)) {
            throw new Problem(
                            "There is no group " + cluster + ".",
                            "",
                            "The groups are 0 to " + (groups.size() - 1) + ".")
                    .asFailure();
        }
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new Problem("A name has 1 to " + LONGEST_NAME + " letters.", "", "Write another one.").asFailure();
        }
        if (groups.stream()
                .anyMatch(group -> group.cluster() != cluster && group.name().equals(wanted))) {
            throw new Problem("Another group is called “" + wanted + "”.", "", "Write another name.").asFailure();
        }
        return new GroupChange.GroupRenamed(made.id(), cluster, wanted);
    }

    /**
     * Saves every group of the newest clustering that is no segment yet as a segment of its name.
     *
     * @throws corymb.work.Failure when all of them are segments
     */
    public Change segments(Progress progress) {
        var plans = unsaved();
        if (plans.isEmpty()) {
            throw new Problem("All these groups are segments already.", "", "Look at them on the page of segments.")
                    .asFailure();
        }
        var made = new ArrayList<Made<Segment>>();
        try {
            for (var plan : plans) {
                double done = (double) made.size() / plans.size();
                var part = progress.between(done, done + 1.0 / plans.size());
                if (journey.segments().define(plan, part) instanceof SegmentChange.SegmentDefined(var segment)) {
                    made.add(segment);
                }
            }
            return new SegmentChange.SegmentsDefined(made);
        } catch (RuntimeException e) {
            made.forEach(segment -> file.discard(new SegmentChange.SegmentDefined(segment)));
            throw e;
        }
    }

    /** A segment for each group that none stands for yet, under a name that is not taken. */
    private List<SegmentPlan> unsaved() {
        var project = file.history().present();
        var taken = project.segments().stream().map(made -> made.value().name()).collect(Collectors.toSet());
        var members = clustering().members().name();
        var plans = new ArrayList<SegmentPlan>();
        for (var group : clustering().clusters()) {
            var rule = GroupRules.members(clustering(), group);
            boolean isSaved = project.segments().stream()
                    .map(made -> made.value().plan())
                    .anyMatch(plan -> plan.rule().equals(rule) && clustering().goesOnAs(plan.clustering()));
            if (!isSaved) {
                var name = free(group.name(), taken);
                taken.add(name);
                plans.add(new SegmentPlan(name, rule, members, Optional.empty()));
            }
        }
        return plans;
    }

    private static String free(String name, Set<String> taken) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + " (" + number + ")")
                .filter(other -> !taken.contains(other))
                .findFirst()
                .orElseThrow();
    }

    /** The newest clustering. */
    public Clustering clustering() {
        return newest().value();
    }

    private Made<Clustering> newest() {
        return file.history()
                .present()
                .clustering()
                .orElseThrow(() -> new Problem("There are no clusters yet.", "", "Find clusters first.").asFailure());
    }

    private Map<String, Integer> clusters(Clustering clustering, Progress progress) {
        var table = file.engine()
                .table(
                        Sql.of("select customer_id, cluster from "
                                + clustering.members().quoted()),
                        progress);
        var customers = table.column("customer_id");
        var clusters = table.numbers("cluster");
        var clusterOf = new HashMap<String, Integer>();
        for (int row = 0; row < table.rowCount(); row++) {
            clusterOf.put(customers.text(row), (int) clusters.get(row));
        }
        return clusterOf;
    }

    private static Optional<Rule> rule(ClusterBoxes cluster, ColumnRules columns) {
        var boxes = cluster.boxes().stream().map(box -> rule(box, columns)).toList();
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(boxes.size() == 1 ? boxes.getFirst() : new Rule.Any(boxes));
    }

    private static Rule rule(Box box, ColumnRules columns) {
        return columns.within(box.ranges().stream()
                .map(range -> new ColumnRules.Bounds(range.column(), range.above(), range.upTo()))
                .toList());
    }
}
