package corymb.ui.features;

import corymb.feature.EventColumns;
import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureNames;
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
 * A feature of one's own as far as it is said.
 *
 * @param title what it is called; empty while that is not said
 * @param column the events' column it looks at; empty where it looks at the events themselves
 * @param filter which events count, as a rule; empty for all
 */
record DefinitionDraft(String title, Measurement measurement, String column, Time time, String filter) {
    private static final String UNNAMED = "unnamed";

    /**
     * Which time it looks at.
     *
     * @param count how many days, weeks or months
     */
    record Time(WindowKind kind, int count, Window.Unit unit, Optional<LocalDate> from, Optional<LocalDate> to) {
        static final Time EVER = new Time(WindowKind.ALL, 90, Window.Unit.DAYS, Optional.empty(), Optional.empty());

        static Time of(Window window) {
            return switch (window) {
                case Window.All _ -> EVER;
                case Window.Last last ->
                    new Time(WindowKind.LAST, last.count(), last.unit(), Optional.empty(), Optional.empty());
                case Window.SinceFirst(int days) ->
                    new Time(WindowKind.FIRST, days, Window.Unit.DAYS, Optional.empty(), Optional.empty());
                case Window.Between(var from, var to) ->
                    new Time(WindowKind.BETWEEN, 90, Window.Unit.DAYS, Optional.of(from), Optional.of(to));
            };
        }

        Window window() {
            return switch (kind) {
                case ALL -> new Window.All();
                case LAST -> new Window.Last(count, unit);
                case FIRST -> new Window.SinceFirst(count);
                case BETWEEN ->
                    new Window.Between(
                            from.orElseThrow(() -> incomplete("features.lacksDays")),
                            to.orElseThrow(() -> incomplete("features.lacksDays")));
            };
        }
    }

    /** What the sheet begins with. */
    static DefinitionDraft empty() {
        return new DefinitionDraft("", Measurement.COUNT, "", Time.EVER, "");
    }

    /** What says the same as a feature, by another title or none. */
    static DefinitionDraft like(Aggregated feature, String title) {
        var filter = feature.filter() instanceof Rule.Everyone ? "" : RuleText.of(feature.filter());
        return new DefinitionDraft(title, feature.measurement(), feature.column(), Time.of(feature.window()), filter);
    }

    /** Whether all that a feature says can be said here; it could look at a time that ended long ago. */
    static boolean holds(Aggregated feature) {
        return Time.of(feature.window()).window().equals(feature.window());
    }

    /** Its name in rules and tables. */
    String name() {
        return title.isBlank() ? UNNAMED : FeatureNames.slug(title);
    }

    /**
     * The definition it says.
     *
     * @throws corymb.work.Failure while something is missing or does not fit
     */
    Aggregated definition(Schema events) {
        if (measurement.needsColumn() && column.isEmpty()) {
            throw incomplete("features.lacksColumn");
        }
        try {
            var made =
                    new Aggregated(name(), measurement, measurement.takesColumn() ? column : "", rule(), time.window());
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
