package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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
    public static Optional<String> of(Rule condition, Instant asOf) {
        return switch (condition) {
            case Rule.Not(var negated) -> of(negated, asOf);
            case Rule.OfFigure figure -> Optional.of(of(figure.figure().window(), asOf));
            case Rule.Sequence sequence -> Optional.of(of(sequence.window(), asOf));
            case Rule.BeforeLeaving before -> Optional.of(of(before.window(), asOf));
            case Rule.Dated dated -> Optional.of(of(dated.window(), asOf));
            case Rule.Older older -> Optional.of(before(new Window.Last(older.count(), older.unit()).start(asOf)));
            case Rule.Test _, Rule.Everyone _, Rule.OfSegment _, Rule.All _, Rule.Any _, Rule.AtLeast _ ->
                Optional.empty();
        };
    }

    private static String of(Window window, Instant asOf) {
        return switch (window) {
            case Window.All _ -> before(asOf);
            case Window.SinceFirst(int days) -> Texts.of("segments.window.first", days * 24L);
            case Window.Last _, Window.Between _ ->
                window.span(asOf).map(WindowWords::of).orElseThrow();
        };
    }

    private static String before(Instant end) {
        return Texts.of("segments.window.before", moment(end));
    }

    /** Whole days by their dates, anything else by its moments. */
    private static String of(Window.Span span) {
        var numbers = Numbers.local();
        return isMidnight(span.start()) && isMidnight(span.end())
                ? Texts.of(
                        "segments.window.days",
                        numbers.date(day(span.start())),
                        numbers.date(day(span.end()).minusDays(1)))
                : Texts.of("segments.window.moments", moment(span.start()), moment(span.end()));
    }

    private static String moment(Instant moment) {
        var numbers = Numbers.local();
        return isMidnight(moment) ? numbers.date(day(moment)) : numbers.time(moment, ZoneOffset.UTC);
    }

    private static boolean isMidnight(Instant moment) {
        return LocalTime.ofInstant(moment, ZoneOffset.UTC).equals(LocalTime.MIDNIGHT);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
