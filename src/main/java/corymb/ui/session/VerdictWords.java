package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.segment.Evidence;
import corymb.segment.Possible;
import corymb.segment.SmallestChange;
import corymb.segment.SmallestChange.OfEvents;
import corymb.segment.SmallestChange.OfField;
import corymb.segment.SmallestChange.OfWhole;
import corymb.segment.SmallestChange.Step;
import corymb.segment.Verdict;
import corymb.sql.Expression.NumberConstant;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Why somebody is in a segment or not, as a marketer would say it.
 *
 * @param rules puts rules into words
 */
public record VerdictWords(RuleWords rules) {
    /** The condition; what only joins others is said shortly. */
    public String of(Verdict verdict) {
        return switch (verdict.rule()) {
            case Rule.All _ -> Texts.of("segments.all");
            case Rule.Any _ -> Texts.of("segments.any");
            case Rule.AtLeast some -> Texts.of("segments.some", some.count());
            case Rule.Not _ when !isOneWithItsPart(verdict) -> Texts.of("segments.none");
            case Rule.Not _, Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ ->
                rules.of(verdict.rule());
        };
    }

    /** Whether it turns a single condition round and is said in one sentence with it. */
    public static boolean isOneWithItsPart(Verdict verdict) {
        return verdict.rule() instanceof Rule.Not(var negated)
                && negated.parts().isEmpty();
    }

    /** What the condition looked at; empty where it looks at no single value. */
    public Optional<String> seen(Verdict verdict) {
        return switch (verdict.rule()) {
            case Rule.Test test ->
                Optional.of(Texts.of(
                        "segments.whyIs",
                        verdict.value().map(value -> value(test.field(), value)).orElse(unknown())));
            case Rule.Measured _ ->
                Optional.of(Texts.of(
                        "segments.whyIs",
                        verdict.value().map(VerdictWords::number).orElse(unknown())));
            case Rule.Not _
            when isOneWithItsPart(verdict) -> seen(verdict.parts().getFirst());
            case Rule.Everyone _, Rule.Course _, Rule.OfSegment _, Rule.All _, Rule.Any _, Rule.AtLeast _, Rule.Not _ ->
                Optional.empty();
        };
    }

    /** The newest events it looked at, a line each, and how many there were before; none where it looks at no events. */
    public List<String> events(Verdict verdict) {
        return isOneWithItsPart(verdict)
                ? events(verdict.parts().getFirst())
                : verdict.events().map(this::lines).orElse(List.of());
    }

    private List<String> lines(Evidence events) {
        var rows = events.rows();
        if (events.count() == 0) {
            return List.of(Texts.of("segments.whyNoEvents"));
        }
        var lines = IntStream.range(0, rows.rowCount())
                .mapToObj(row -> line(rows, row))
                .collect(Collectors.toCollection(ArrayList::new));
        long more = events.count() - rows.rowCount();
        if (more > 0) {
            lines.add(Texts.of("segments.whyMoreEvents", Numbers.local().count(more)));
        }
        return lines;
    }

    /** When, by the clock of the project, and what; what the rule asks besides with its name. */
    private String line(Table rows, int row) {
        return rows.columns().stream()
                .filter(column -> !column.isMissing(row))
                .map(column -> switch (column) {
                    case TimeColumn times
                    when times.type() == ColumnType.TIMESTAMP ->
                        Numbers.local().time(times.instant(row), rules.zone().java());
                    case TimeColumn times -> Numbers.local().date(times.date(row));
                    case NumberColumn numbers -> named(column) + Numbers.local().exact(numbers.get(row));
                    case TextColumn _ -> named(column) + column.text(row);
                })
                .collect(Collectors.joining(" · "));
    }

    private String named(Column column) {
        return column.name().equals(Figure.TYPE) ? "" : rules.name(column.name()) + ": ";
    }

    private static String unknown() {
        return Texts.of("segments.whyUnknown");
    }

    private String value(String field, String text) {
        return isNumber(text) ? rules.value(field, new NumberConstant(Double.parseDouble(text))) : text;
    }

    private static String number(String text) {
        return isNumber(text) ? Numbers.local().exact(Double.parseDouble(text)) : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d+)?(E-?\\d+)?");
    }

    public String of(SmallestChange change) {
        return change.steps().stream()
                .map(this::of)
                .collect(Collectors.joining(" " + Texts.of("segments.words.and") + " "));
    }

    private String of(Step step) {
        return switch (step.subject()) {
            case OfWhole(var condition) ->
                rules.of(step.to().equals(new Possible.Fact(true)) ? condition : new Rule.Not(condition));
            case OfField(var field) -> moved(rules.name(field), field, step);
            case OfEvents(var figure) -> moved(rules.of(figure), "", step);
        };
    }

    private String moved(String name, String field, Step step) {
        var to = value(field, step.to());
        if (step.to() instanceof Possible.Value(NumberConstant(double number))
                && step.from() instanceof Possible.Value(NumberConstant(double was))
                && !field.equals(RuleWords.CLUSTER)) {
            var numbers = Numbers.local();
            return Texts.of(
                    number > was ? "segments.whyMore" : "segments.whyLess",
                    name,
                    to,
                    numbers.exact(Math.abs(Math.round((number - was) * 1e6) / 1e6)));
        }
        return Texts.of("segments.whyOther", name, to);
    }

    private String value(String field, Possible possible) {
        return switch (possible) {
            case Possible.Value(var constant) -> rules.value(field, constant);
            case Possible.Nothing _ -> unknown();
            case Possible.SomethingElse _ -> Texts.of("segments.whyElse");
            case Possible.Fact(boolean holds) -> Texts.of(holds ? "segments.words.yes" : "segments.words.no");
        };
    }
}
