package corymb.project;

import corymb.identity.Customers;
import corymb.rule.Rule;
import corymb.segment.Allotment;
import corymb.segment.Cause;
import corymb.segment.Contrast;
import corymb.segment.ContrastPlan;
import corymb.segment.Contrasting;
import corymb.segment.Policy;
import corymb.segment.PolicyEffect;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.segment.Segmentation;
import corymb.segment.Wanted;
import corymb.sql.Relation;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of the journey about segments. */
public final class SegmentSteps {
    private final Journey journey;
    private final ProjectFile file;
    private final Clock clock;

    SegmentSteps(Journey journey, ProjectFile file, Clock clock) {
        this.journey = journey;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Finds the members of a segment.
     *
     * @throws corymb.work.Failure when the rule does not fit, or asks for the segment itself by way of others
     */
    public Change define(SegmentPlan plan, Progress progress) {
        var project = file.history().present();
        if (project.segmentsBehind(plan.rule()).contains(plan.name())) {
            throw new Problem(
                            "“" + plan.name() + "” would be in its own rule.",
                            plan.ruleBrief(),
                            "Ask for what makes its members, not for the segment or one that rests on it.")
                    .asFailure();
        }
        return new SegmentChange.SegmentDefined(
                found(project, List.of(meant(project, plan)), progress).getFirst());
    }

    /** A rule that is changed means the groups that it meant before. */
    private static SegmentPlan meant(Project project, SegmentPlan plan) {
        return project.segment(plan.name())
                .filter(_ -> Ground.asksForGroups(plan.rule()))
                .map(before -> plan.meaningAs(before.value().plan()))
                .orElse(plan);
    }

    /**
     * Finds the members of a segment by an earlier version of its rule, which so becomes the newest.
     *
     * @throws corymb.work.Failure when there is no such version, or its rule no longer fits
     */
    public Change restore(String name, int number, Progress progress) {
        var version = SegmentLedger.of(file.history(), name).rule(number);
        return define(version.made().value().plan(), progress);
    }

    /**
     * Finds the members of all segments that are out of date anew, as one step: those that others ask for first, all others
     * together.
     *
     * <p>Those whose rule no longer fits are left as they are, unless there are no others.
     *
     * @throws corymb.work.Failure when no rule fits
     */
    public Change refresh(Progress progress) {
        return refresh(List.of(), progress);
    }

    /** @param left the ids of those to be left as they are */
    Change refresh(Collection<Long> left, Progress progress) {
        var project = file.history().present();
        return new SegmentChange.SegmentsRefreshed(inOrder(project, fitting(project, ready(project, left)), progress));
    }

    /**
     * Takes rules from elsewhere, all of them or none.
     *
     * @throws corymb.work.Failure when one does not fit, or none is to be taken
     */
    public Change take(RuleTaking taking, Progress progress) {
        var plans = taking.require().plans();
        if (plans.isEmpty()) {
            throw new Problem(
                            "There is nothing to take: the project has these segments already.",
                            "",
                            "Choose to rename or to replace those whose names are taken.")
                    .asFailure();
        }
        return new SegmentChange.SegmentsImported(inOrder(file.history().present(), plans, progress));
    }

    /** Finds several: those that others of them ask for first, all others together. */
    private List<Made<Segment>> inOrder(Project before, List<SegmentPlan> plans, Progress progress) {
        var project = before;
        var left = new ArrayList<>(plans);
        var all = (double) left.size();
        var made = new ArrayList<Made<Segment>>();
        try {
            while (!left.isEmpty()) {
                var next = next(left);
                double done = made.size() / all;
                var found = found(project, next, progress.between(done, done + next.size() / all));
                made.addAll(found);
                project = new SegmentChange.SegmentsRefreshed(found).applyTo(project);
                left.removeAll(next);
            }
        } catch (RuntimeException e) {
            made.forEach(each -> BegunTables.drop(file.engine(), each.id(), e));
            throw e;
        }
        return made;
    }

    /**
     * Finds the members of all segments that are out of date anew and stores them.
     *
     * @throws corymb.work.Failure when a rule no longer fits; the others are then stored
     */
    public History refreshAll(Progress progress) {
        var before = file.history().present();
        if (fit(before, stale(before, List.of())).isEmpty()) {
            requireFit(before);
        }
        var history = journey.take((steps, part) -> steps.segments().refresh(part), progress);
        requireFit(history.present());
        return history;
    }

    /** Tells what is out of date and no longer fits, and then what rests on that and has no fault of its own. */
    private void requireFit(Project project) {
        var terms = journey.population().terms();
        var left = stale(project, List.of()).stream()
                .map(plan -> new Refresh.Left(
                        "segment",
                        plan.name(),
                        plan.rule().check(terms).stream().findFirst().orElse(new Problem("", "", ""))))
                .sorted(Comparator.comparing(one -> one.problem().what().isEmpty()))
                .toList();
        if (!left.isEmpty() && !left.getFirst().problem().what().isEmpty()) {
            throw new Refresh(List.of(), left).problem().orElseThrow().asFailure();
        }
    }

    private static List<SegmentPlan> stale(Project project, Collection<Long> left) {
        var stale = Lineage.stale(project);
        return project.segments().stream()
                .filter(made -> stale.contains(made.id()) && !left.contains(made.id()))
                .map(made -> made.value().plan())
                .toList();
    }

    /** Those of them that ask for no groups which have to be found anew within a segment first; all where there are none. */
    private static List<SegmentPlan> ready(Project project, Collection<Long> left) {
        var stale = stale(project, left);
        var isLate = project.clustering()
                .filter(made -> made.value().plan().within().isPresent())
                .filter(made -> Lineage.stale(project).contains(made.id()))
                .isPresent();
        var ready = stale.stream()
                .filter(plan -> !isLate || !asksForGroups(project, plan.rule()))
                .toList();
        return ready.isEmpty() ? stale : ready;
    }

    private static boolean asksForGroups(Project project, Rule rule) {
        return Ground.asksForGroups(rule)
                || project.segmentsBehind(rule).stream()
                        .flatMap(name -> project.segment(name).stream())
                        .anyMatch(
                                made -> Ground.asksForGroups(made.value().plan().rule()));
    }

    /** Those whose rule can be asked now and does not rest on one that cannot; all where there are none. */
    private List<SegmentPlan> fitting(Project project, List<SegmentPlan> stale) {
        var fit = fit(project, stale);
        return fit.isEmpty() ? stale : fit;
    }

    private List<SegmentPlan> fit(Project project, List<SegmentPlan> stale) {
        var terms = journey.population().terms();
        var unfit = stale.stream()
                .filter(plan -> !plan.rule().check(terms).isEmpty())
                .map(SegmentPlan::name)
                .collect(Collectors.toCollection(HashSet::new));
        return stale.stream()
                .filter(plan -> !unfit.contains(plan.name())
                        && project.segmentsBehind(plan.rule()).stream().noneMatch(unfit::contains))
                .toList();
    }

    /** Those of the segments that ask for no other of them; no circle is ever made. */
    private static List<SegmentPlan> next(List<SegmentPlan> left) {
        var names = left.stream().map(SegmentPlan::name).collect(Collectors.toSet());
        var next = left.stream()
                .filter(plan -> plan.rule().segments().stream().noneMatch(names::contains))
                .toList();
        return next.isEmpty() ? List.copyOf(left) : next;
    }

    /** Those that mean the same groups are found together. */
    private List<Made<Segment>> found(Project project, List<SegmentPlan> plans, Progress progress) {
        var byGroups = plans.stream()
                .collect(Collectors.groupingBy(
                        plan -> project.meaning(plan).clustering().map(Made::id),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var made = new ArrayList<Made<Segment>>();
        try {
            byGroups.values()
                    .forEach(some -> made.addAll(together(
                            project.meaning(some.getFirst()),
                            some,
                            progress.between(
                                    (double) made.size() / plans.size(),
                                    (double) (made.size() + some.size()) / plans.size()))));
        } catch (RuntimeException e) {
            made.forEach(each -> BegunTables.drop(file.engine(), each.id(), e));
            throw e;
        }
        return made;
    }

    private List<Made<Segment>> together(Project project, List<SegmentPlan> plans, Progress progress) {
        var population = Journey.population(project);
        var start = clock.instant();
        var known = new IdentityHashMap<Project, KnownThen>();
        var wanted = plans.stream()
                .map(plan -> new Wanted(plan, file.claimId(), start, earlier(project, plan, known, progress)))
                .toList();
        try {
            var found = Segmentation.run(file.engine(), population, profiles(project), wanted, progress);
            double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9 / plans.size();
            var made = new ArrayList<Made<Segment>>();
            for (int i = 0; i < plans.size(); i++) {
                var inputs = Lineage.ofSegment(project, plans.get(i));
                made.add(new Made<>(wanted.get(i).id(), inputs, start, seconds, found.get(i)));
            }
            return made;
        } catch (RuntimeException e) {
            wanted.forEach(each -> BegunTables.drop(file.engine(), each.id(), e));
            throw e;
        } finally {
            known.values().forEach(KnownThen::close);
        }
    }

    private Optional<Wanted.Earlier> earlier(
            Project project, SegmentPlan plan, Map<Project, KnownThen> known, Progress progress) {
        var now = Journey.population(project).moment();
        return project.segment(plan.name()).map(made -> {
            var then = Optional.of(made)
                    .filter(_ -> !made.value().moment().equals(now))
                    .flatMap(_ -> KnownThen.of(file, made))
                    .map(was -> was.meaning(plan));
            var otherwise = otherwise(project, made, then);
            return new Wanted.Earlier(
                    made.value(),
                    people(made, progress),
                    then.filter(_ -> otherwise == Cause.DATA)
                            .map(was -> known.computeIfAbsent(was, _ -> new KnownThen(file, was, now, file.claimId()))),
                    otherwise);
        });
    }

    /** What moved those whom no edit moved and who are no new customers. */
    private static Cause otherwise(Project project, Made<Segment> made, Optional<Project> then) {
        var plan = made.value().plan();
        var data = Lineage.dataOfSegment(project, plan);
        if (made.inputs().containsAll(data)) {
            return Cause.ASKED;
        }
        var now = project.features().orElseThrow();
        boolean isOfItself = project.askedFor(plan.rule()).isEmpty() && !Ground.asksForGroups(plan.rule());
        boolean isOfSameSources =
                data.stream().allMatch(id -> id == now.id() || made.inputs().contains(id));
        boolean isOfSameFeatures = then.flatMap(Project::features)
                .filter(was -> Set.copyOf(was.inputs()).equals(Set.copyOf(now.inputs())))
                .filter(was -> was.value()
                        .plan()
                        .definitions()
                        .equals(now.value().plan().definitions()))
                .isPresent();
        if (!isOfSameSources || !isOfSameFeatures) {
            return Cause.DATA;
        }
        if (!made.value().zone().equals(project.zone())) {
            return isOfSameMoment(then.orElseThrow(), project) ? Cause.ZONE : Cause.DATA;
        }
        return isOfItself ? Cause.TIME : Cause.DATA;
    }

    /** Whether nothing but the zone moved the moment that features look back from. */
    private static boolean isOfSameMoment(Project then, Project now) {
        var plan = now.features().orElseThrow().value().plan();
        return then.features()
                .map(was -> was.value().plan().in(plan.zone()).asOf())
                .equals(Optional.of(plan.asOf()));
    }

    /** The customers there were when a segment's members were found; empty where they are no longer kept. */
    private Optional<Relation> people(Made<Segment> segment, Progress progress) {
        return file.history()
                .earlier()
                .flatMap(project -> project.features().stream())
                .filter(made -> segment.inputs().contains(made.id()))
                .findFirst()
                .map(made -> {
                    file.bring(made.value(), progress.untold());
                    return made.value().table();
                });
    }

    private static Optional<Relation> profiles(Project project) {
        return project.customers().map(Made::value).map(Customers::profiles);
    }

    /**
     * Who would have been in a segment at a moment, by its rule of now and on what is known now; nothing of it is stored.
     *
     * @return their ids, {@code customer_id}, in a table that the caller drops
     * @throws corymb.work.Failure when the features cannot be computed as of then, or the rule does not fit
     */
    public Relation asOf(SegmentPlan plan, Instant moment, Progress progress) {
        return SegmentAsOf.members(file, plan, journey.customerData(), moment, progress);
    }

    /**
     * Removes a segment.
     *
     * @throws corymb.work.Failure when another asks for its members
     */
    public Change remove(String name) {
        requireNoGroupsWithin(name);
        file.history().present().segments().stream()
                .map(Made::value)
                .filter(segment -> segment.plan().rule().segments().contains(name))
                .findFirst()
                .ifPresent(user -> {
                    throw new Problem(
                                    "“" + name + "” is in the rule of “" + user.name() + "”.",
                                    user.plan().ruleBrief(),
                                    "Change that rule first.")
                            .asFailure();
                });
        return new SegmentChange.SegmentRemoved(name);
    }

    private void requireNoGroupsWithin(String name) {
        file.history()
                .present()
                .clustering()
                .filter(made -> made.value().plan().within().equals(Optional.of(name)))
                .ifPresent(_ -> {
                    throw new Problem(
                                    "The groups were looked for within “" + name + "”.",
                                    "",
                                    "Look for groups elsewhere first.")
                            .asFailure();
                });
    }

    /**
     * Decides to which segment customers belong whom several would take.
     *
     * @param policy the decision; empty where none is to hold any more
     * @throws corymb.work.Failure when it names segments or fields that are not there
     */
    public Change take(Optional<Policy> policy) {
        policy.ifPresent(this::require);
        return new SegmentChange.PolicyTaken(policy);
    }

    /**
     * What a policy would do to the segments there are; nothing is kept.
     *
     * @throws corymb.work.Failure when it names segments or fields that are not there
     */
    public PolicyEffect effect(Policy policy, Progress progress) {
        require(policy);
        return new Allotment(journey.population(), segments(), policy).effect(file.engine(), progress);
    }

    /**
     * In what segments differ; nothing is kept.
     *
     * @throws corymb.work.Failure when a segment or a feature is not there, or two segments have the same customers
     */
    public Contrast contrast(ContrastPlan plan, Progress progress) {
        return Contrasting.run(file.engine(), journey.population(), segments(), plan, progress);
    }

    private void require(Policy policy) {
        var names = segments().stream().map(Segment::name).toList();
        policy.check(names, journey.population().schema()).ifPresent(problem -> {
            throw problem.asFailure();
        });
    }

    private List<Segment> segments() {
        return file.history().present().segments().stream().map(Made::value).toList();
    }
}
