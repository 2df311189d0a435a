package corymb.cli;

import corymb.path.CohortPeople;
import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts;
import corymb.path.Cohorts.Cohort;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cohorts",
        description =
                "Follows customers who began together: how many come back in which period, and what that comes to.",
        mixinStandardHelpOptions = true)
final class CohortsCommand extends ProjectCommand {
    @Option(
            names = "--start",
            defaultValue = "\"purchase\"",
            paramLabel = "EVENTS",
            description =
                    "They begin with their first of these events, in the words of rules (default: ${DEFAULT-VALUE}).")
    private String start = "\"purchase\"";

    @Option(names = "--start-date", paramLabel = "FIELD", description = "They begin on the day that this field says.")
    private Optional<String> startDate = Optional.empty();

    @Option(
            names = "--return",
            paramLabel = "EVENTS",
            description = "They come back by these events (default: those of --start).")
    private Optional<String> back = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "Add up this column of the events they come back by, such as value.")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--period",
            defaultValue = "MONTH",
            description = "${COMPLETION-CANDIDATES}, of the calendar in UTC (default: ${DEFAULT-VALUE}).")
    private Period period = Period.MONTH;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "For how many periods each cohort is followed, that of the start included, 1 to 60"
                    + " (default: 30 days, 26 weeks or 24 months).")
    private Optional<Integer> periods = Optional.empty();

    @Option(
            names = "--cohort",
            paramLabel = "DATE",
            description = "With --define: keep those who began in the period of this day.")
    private Optional<LocalDate> cohort = Optional.empty();

    @Option(
            names = "--after",
            paramLabel = "N",
            description = "With --define: keep of them those who came back N periods after the start.")
    private Optional<Integer> after = Optional.empty();

    @Mixin
    private PathOptions options = new PathOptions();

    /** What is wrong with the call is said before the project is opened. */
    @Override
    Reply run(Progress progress) throws Exception {
        plan();
        if (options.define().isPresent() != cohort.isPresent() || (after.isPresent() && cohort.isEmpty())) {
            throw wrongUsage(
                    "Keep whom? --define NAME goes with --cohort DATE, and with --after N for those who came back.");
        }
        return super.run(progress);
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        journey.ensureFeatures(progress.between(0, 0.3));
        var cohorts = journey.paths().cohorts(plan(), progress.between(0.3, 0.8));
        var reply = CohortValues.of(cohorts);
        options.define().ifPresent(name -> {
            var people = new CohortPeople(cohorts, find(cohorts), after);
            var ids = people.ids(journey.population());
            options.keep(
                    new PathOptions.Kept(name, ids, people.rule()), file, journey, reply, progress.between(0.8, 1));
        });
        return reply;
    }

    private Cohort find(Cohorts cohorts) {
        var begins = period.of(cohort.orElseThrow());
        return cohorts.cohorts().stream()
                .filter(each -> each.begins().equals(begins)
                        && after.map(periods ->
                                        periods >= 0 && periods < each.cells().size())
                                .orElse(true))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "There is no such cell.",
                                begins
                                        + after.map(periods -> ", " + periods + " after")
                                                .orElse(""),
                                "Choose one of those that the command shows without --define.")
                        .asFailure());
    }

    private CohortPlan plan() {
        var begun = startDate
                .<Start>map(Start.OnDate::new)
                .orElseGet(() -> new Start.FirstEvent(PathOptions.events(start)));
        try {
            return new CohortPlan(
                    begun,
                    new Back(PathOptions.events(back.orElse(start)), column),
                    new Calendar(period, periods.orElse(period.usual()), options.days(this)),
                    options.segment());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + ".");
        }
    }
}
