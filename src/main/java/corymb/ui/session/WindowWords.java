package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.table.Zone;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.util.Optional;

/** From when until when a condition looks, by the calendar. */
public final class WindowWords {
    private WindowWords() {}

    /**
     * The time a condition looks at.
     *
     * @param asOf the moment it looks back from
     * @return empty where it does not ask for a time
     */
    public static Optional<String> of(Rule condition, Moment asOf) {
        return switch (condition) {
            case Rule.Not(var negated) -> of(negated, asOf);
            case Rule.OfFigure figure -> Optional.of(of(figure.figure().window(), asOf));
            case Rule.Sequence sequence -> Optional.of(of(sequence.window(), asOf));
            case Rule.BeforeLeaving before -> Optional.of(of(before.window(), asOf));
            case Rule.Dated dated -> Optional.of(of(dated.window(), asOf));
            case Rule.Older older -> Optional.of(before(asOf.back(older.count(), older.unit()), asOf.zone()));
            case Rule.Test _, Rule.Everyone _, Rule.OfSegment _, Rule.All _, Rule.Any _, Rule.AtLeast _ ->
                Optional.empty();
        };
    }

    private static String of(Window window, Moment asOf) {
        return switch (window) {
            case Window.All _ -> before(asOf.at(), asOf.zone());
            case Window.SinceFirst(int days) -> Texts.of("segments.window.first", days * 24L);
            case Window.Last _, Window.Between _ ->
                window.span(asOf).map(span -> of(span, asOf.zone())).orElseThrow();
        };
    }

    private static String before(Instant end, Zone zone) {
        return Texts.of("segments.window.before", moment(end, zone), zone);
    }

    /** Whole days by their dates, anything else by its moments. */
    private static String of(Window.Span span, Zone zone) {
        var numbers = Numbers.local();
        return zone.isStartOfDay(span.start()) && zone.isStartOfDay(span.end())
                ? Texts.of(
                        "segments.window.days",
                        numbers.date(zone.day(span.start())),
                        numbers.date(zone.day(span.end()).minusDays(1)),
                        zone)
                : Texts.of("segments.window.moments", moment(span.start(), zone), moment(span.end(), zone), zone);
    }

    private static String moment(Instant moment, Zone zone) {
        var numbers = Numbers.local();
        return zone.isStartOfDay(moment) ? numbers.date(zone.day(moment)) : numbers.time(moment, zone.java());
    }
}
