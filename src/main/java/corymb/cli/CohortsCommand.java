package corymb.cli;

import corymb.chart.PathWords;
import corymb.path.CohortPeople;
import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts;
import corymb.path.Cohorts.Cohort;
import corymb.project.Journey;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cohorts",
        description =
                "Follows customers who began together: how many come back in which period, and what that comes to.",
        mixinStandardHelpOptions = true)
final class CohortsCommand extends PathCommand<CohortPlan> {
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
            defaultValue = "month",
            description = "day, week or month, of the calendar of the project (default: ${DEFAULT-VALUE}).")
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

    CohortsCommand() {
        super(CohortPlan.class);
    }

    @Override
    void requireSound(CohortPlan plan, boolean isKept) {
        if (isKept != cohort.isPresent() || (after.isPresent() && cohort.isEmpty())) {
            throw wrongUsage(
                    "Keep whom? --define NAME goes with --cohort DATE, and with --after N for those who came back.");
        }
    }

    @Override
    Told count(CohortPlan plan, Journey journey, Progress progress) {
        var cohorts = journey.paths().cohorts(plan, progress);
        return new Told(CohortValues.of(cohorts), () -> {
            var people = new CohortPeople(cohorts, List.of(find(cohorts)), after);
            return new Kept(PathWords.people(people), people.ids(journey.population()), people.rule());
        });
    }

    private Cohort find(Cohorts cohorts) {
        var begins = cohorts.plan().calendar().period().of(cohort.orElseThrow());
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

    @Override
    CohortPlan plan() {
        var begun = startDate.<Start>map(Start.OnDate::new).orElseGet(() -> new Start.FirstEvent(events(start)));
        var returned = new Back(events(back.orElse(start)), column);
        return planned(() -> new CohortPlan(
                begun, returned, new Calendar(period, periods.orElse(period.usual()), days()), segment()));
    }
}
