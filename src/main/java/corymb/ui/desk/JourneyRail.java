package corymb.ui.desk;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.project.Project;
import corymb.quality.DimensionScore;
import corymb.quality.Severity;
import corymb.ui.kit.RailStep;
import corymb.ui.kit.StepState;
import corymb.ui.kit.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How each step of the journey stands in a project. */
final class JourneyRail {
    private final Project project;
    private final Set<Long> stale;
    private final int steps;

    /** Looks at a project. */
    JourneyRail(Project project, Set<Long> stale, int steps) {
        this.project = project;
        this.stale = stale;
        this.steps = steps;
    }

    List<RailStep> steps() {
        return Arrays.stream(Page.values()).filter(Page::isStep).map(this::step).toList();
    }

    private RailStep step(Page page) {
        return switch (page) {
            case WELCOME, PREFERENCES -> throw new IllegalArgumentException("Not a step of the journey");
            case SOURCES -> step(page, project.sources().size());
            case QUALITY -> quality();
            case CUSTOMERS ->
                step(
                        page,
                        count(project.customers()
                                .map(made -> made.value().customers())
                                .orElse(0L)));
            case FEATURES ->
                step(
                        page,
                        project.features()
                                .map(made -> made.value().summaries().size())
                                .orElse(0));
            case CLUSTERS ->
                step(
                        page,
                        project.clustering()
                                .map(made -> made.value().clusters().size())
                                .orElse(0));
            case SEGMENTS -> step(page, project.segments().size());
            // Their count is the customers' again, and the name needs the room.
            case RECOMMENDATIONS -> step(page, 0);
            case EXPERIMENTS -> step(page, project.studies().size());
            case EXPORTS ->
                new RailStep(
                        page.id(),
                        page.title(),
                        page.icon(),
                        ready(!project.results().isEmpty()),
                        "",
                        Texts.of("rail.exports"));
            case HISTORY ->
                new RailStep(
                        page.id(),
                        page.title(),
                        page.icon(),
                        ready(steps > 0),
                        written(steps),
                        Texts.of("rail.history"));
        };
    }

    private RailStep quality() {
        var report = project.quality();
        boolean hasErrors = report.stream()
                .flatMap(made -> made.value().sources().stream())
                .flatMap(source -> source.findings().stream())
                .anyMatch(finding -> finding.severity() == Severity.ERROR);
        var plain = step(
                Page.QUALITY,
                report.map(made -> DimensionScore.points(made.value().score()))
                        .orElse(0L)
                        .intValue());
        return hasErrors && plain.state() == StepState.READY
                ? new RailStep(
                        plain.id(),
                        plain.name(),
                        plain.icon(),
                        StepState.PROBLEM,
                        plain.count(),
                        Texts.of("rail.problem"))
                : plain;
    }

    private RailStep step(Page page, int count) {
        var state = state(page.results(project));
        return new RailStep(page.id(), page.title(), page.icon(), state, written(count), why(state));
    }

    private StepState state(Collection<? extends Made<?>> results) {
        if (results.isEmpty()) {
            return StepState.EMPTY;
        }
        return results.stream().anyMatch(made -> stale.contains(made.id())) ? StepState.STALE : StepState.READY;
    }

    private static String why(StepState state) {
        return switch (state) {
            case EMPTY -> Texts.of("rail.empty");
            case READY -> Texts.of("rail.ready");
            case STALE -> Texts.of("rail.stale");
            case RUNNING -> Texts.of("rail.running");
            case PROBLEM -> Texts.of("rail.problem");
        };
    }

    private static StepState ready(boolean isReady) {
        return isReady ? StepState.READY : StepState.EMPTY;
    }

    private static int count(long value) {
        return Math.toIntExact(value);
    }

    private static String written(int count) {
        return count == 0 ? "" : Numbers.local().count(count);
    }
}
