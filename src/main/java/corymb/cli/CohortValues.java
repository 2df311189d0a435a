package corymb.cli;

import corymb.chart.Numbers;
import corymb.path.Cohorts;
import corymb.path.Cohorts.Cohort;
import corymb.stats.Share;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cohorts as JSON and as a triangle in words. */
final class CohortValues {
    private static final int WIDTH = 8;

    private CohortValues() {}

    static Reply of(Cohorts cohorts) {
        boolean isAdded = cohorts.plan().back().column().isPresent();
        var reply = new Reply()
                .key("period", cohorts.plan().calendar().period())
                .key("asOf", cohorts.moment().at())
                .key("zone", cohorts.moment().zone().id())
                .key(
                        "cohorts",
                        cohorts.cohorts().stream()
                                .map(each -> values(cohorts, each))
                                .toList())
                .key(
                        "averages",
                        IntStream.range(0, cohorts.periods())
                                .mapToObj(after -> average(cohorts, after))
                                .toList());
        if (cohorts.cohorts().isEmpty()) {
            return reply.line("Nobody began.");
        }
        reply.line("Part of each cohort who came back, by periods after the start; * is not over yet.");
        reply.line("%s", head(cohorts));
        cohorts.cohorts().forEach(each -> reply.line("%s", line(cohorts, each)));
        reply.line(
                "%-10s%s%s",
                "average",
                " ".repeat(WIDTH),
                cells(cohorts, after -> cohorts.average(after).map(CohortValues::percent)));
        if (isAdded) {
            reply.line(
                    "%-10s%s%s",
                    "total each",
                    " ".repeat(WIDTH),
                    cells(
                            cohorts,
                            after -> cohorts.averageTotalEach(after)
                                    .map(total -> Numbers.local().fixed(total, 2))));
        }
        return reply;
    }

    private static Map<String, Object> values(Cohorts cohorts, Cohort cohort) {
        return JsonValues.object(
                "begins",
                cohort.begins(),
                "size",
                cohort.size(),
                "cells",
                IntStream.range(0, cohort.cells().size())
                        .mapToObj(after -> cell(cohorts, cohort, after))
                        .toList());
    }

    private static Map<String, Object> cell(Cohorts cohorts, Cohort cohort, int after) {
        var cell = cohort.cells().get(after);
        return JsonValues.object(
                "after",
                after,
                "people",
                cell.people(),
                "share",
                cohort.share(after).value(),
                "total",
                cell.total(),
                "totalEach",
                cohort.totalEach(after),
                "isOver",
                cohorts.isOver(cohort, after));
    }

    private static Map<String, Object> average(Cohorts cohorts, int after) {
        return JsonValues.object(
                "after",
                after,
                "share",
                cohorts.average(after).map(Share::value),
                "totalEach",
                cohorts.averageTotalEach(after));
    }

    private static String head(Cohorts cohorts) {
        return "%-10s%8s%s".formatted("cohort", "size", cells(cohorts, after -> Optional.of(Integer.toString(after))));
    }

    private static String line(Cohorts cohorts, Cohort cohort) {
        var cells = cells(
                cohorts,
                after -> after < cohort.cells().size()
                        ? Optional.of(percent(cohort.share(after)) + (cohorts.isOver(cohort, after) ? "" : "*"))
                        : Optional.empty());
        return "%s%8s%s".formatted(cohort.begins(), Numbers.local().count(cohort.size()), cells);
    }

    private static String percent(Share share) {
        return Numbers.local().percent(share.value());
    }

    private static String cells(Cohorts cohorts, IntFunction<Optional<String>> cell) {
        return IntStream.range(0, cohorts.periods())
                .mapToObj(after -> " %8s".formatted(cell.apply(after).orElse("")))
                .collect(Collectors.joining())
                .stripTrailing();
    }
}
