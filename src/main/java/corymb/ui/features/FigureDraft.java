package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.EventColumns;
import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Measurement;
import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Window;
import corymb.table.Schema;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import corymb.work.Problem;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One figure of a customer's events as far as it is said.
 *
 * @param column the events' column it looks at; empty where it looks at the events themselves
 * @param filter which events count, as a rule; empty for all
 */
record FigureDraft(Measurement measurement, String column, Time time, String filter) {
    /** What the sheet begins with. */
    static final FigureDraft EVENTS = new FigureDraft(Measurement.COUNT, "", Time.EVER, "");

    /**
     * Which time it looks at.
     *
     * @param count how many days, weeks or months
     * @param ago how many of them before the moment they end
     */
    record Time(
            WindowKind kind, int count, Window.Unit unit, int ago, Optional<LocalDate> from, Optional<LocalDate> to) {
        static final Time EVER = new Time(WindowKind.ALL, 90, Window.Unit.DAYS);

        Time(WindowKind kind, int count, Window.Unit unit) {
            this(kind, count, unit, 0, Optional.empty(), Optional.empty());
        }

        static Time of(Window window) {
            return switch (window) {
                case Window.All _ -> EVER;
                case Window.Last(int count, var unit, int ago) ->
                    new Time(WindowKind.LAST, count, unit, ago, Optional.empty(), Optional.empty());
                case Window.SinceFirst(int days) -> new Time(WindowKind.FIRST, days, Window.Unit.DAYS);
                case Window.Between(var from, var to) ->
                    new Time(WindowKind.BETWEEN, 90, Window.Unit.DAYS, 0, Optional.of(from), Optional.of(to));
            };
        }

        Window window() {
            return switch (kind) {
                case ALL -> new Window.All();
                case LAST -> new Window.Last(count, unit, ago);
                case FIRST -> new Window.SinceFirst(count);
                case BETWEEN ->
                    between(
                            from.orElseThrow(() -> incomplete("features.lacksDays")),
                            to.orElseThrow(() -> incomplete("features.lacksDays")));
            };
        }

        private static Window between(LocalDate first, LocalDate last) {
            if (last.isBefore(first)) {
                var numbers = Numbers.local();
                throw new Problem(Texts.of("features.daysReversed", numbers.date(first), numbers.date(last)), "", "")
                        .asFailure();
            }
            return new Window.Between(first, last);
        }
    }

    /** What says the same as a feature. */
    static FigureDraft like(Aggregated feature) {
        var filter = feature.filter() instanceof Rule.Everyone ? "" : RuleText.of(feature.filter());
        return new FigureDraft(feature.measurement(), feature.column(), Time.of(feature.window()), filter);
    }

    /**
     * The definition it says.
     *
     * @throws corymb.work.Failure while something is missing or does not fit
     */
    Aggregated definition(String name, Schema events) {
        if (measurement.needsColumn() && column.isEmpty()) {
            throw incomplete("features.lacksColumn");
        }
        try {
            var made =
                    new Aggregated(name, measurement, measurement.takesColumn() ? column : "", rule(), time.window());
            EventColumns.check(made, events).stream().findFirst().ifPresent(problem -> {
                throw problem.asFailure();
            });
            return made;
        } catch (IllegalArgumentException unfit) {
            throw new Problem(Optional.ofNullable(unfit.getMessage()).orElse("") + ".", "", "").asFailure();
        }
    }

    private Rule rule() {
        if (filter.isBlank()) {
            return new Rule.Everyone();
        }
        return switch (RuleParser.parse(filter)) {
            case ParsedRule.Parsed(var rule) -> rule;
            case ParsedRule.Malformed malformed ->
                throw new Problem(Texts.of("features.badFilter", malformed.message()), "", "").asFailure();
        };
    }

    private static Failure incomplete(String key) {
        return new Problem(Texts.of(key), "", "").asFailure();
    }
}
