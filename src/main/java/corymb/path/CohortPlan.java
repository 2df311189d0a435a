package corymb.path;

import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.rule.Window;
import corymb.work.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How customers who began together are to be followed.
 *
 * @param start when somebody begins
 * @param back which events count as coming back
 * @param calendar the periods they are told by
 * @param segment whose members are looked at; empty for everybody
 */
public record CohortPlan(Start start, Back back, Calendar calendar, Optional<String> segment) implements PathPlan {
    /** When a customer begins. */
    public sealed interface Start {
        /** With their first event that a rule takes. */
        record FirstEvent(Rule events) implements Start {}

        /** On the day that a field of theirs says. */
        record OnDate(String field) implements Start {}
    }

    /**
     * Coming back.
     *
     * @param events which events count, from the moment of the start on
     * @param column the column of theirs that is added up, such as the value of purchases; empty where nothing is
     */
    public record Back(Rule events, Optional<String> column) {}

    /**
     * The periods.
     *
     * @param following for how many periods each cohort is followed, that of its start included, 1 to {@value #MOST}
     * @param starts on which days they began; empty for all
     */
    public record Calendar(Period period, int following, Optional<Window.Between> starts) {
        /** More than this no triangle shows. */
        public static final int MOST = 60;

        public Calendar {
            if (following < 1 || following > MOST) {
                throw new IllegalArgumentException(
                        "Cohorts are followed for 1 to " + MOST + " periods, not " + following);
            }
        }
    }

    /** A stretch of the project's calendar. */
    public enum Period {
        DAY(30),
        /** From Monday on. */
        WEEK(26),
        MONTH(24);

        private final int usual;

        Period(int usual) {
            this.usual = usual;
        }

        /** For how many of them cohorts are followed where nobody says. */
        public int usual() {
            return usual;
        }

        /** The first day of the one that a day lies in. */
        public LocalDate of(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** The first day of the one so many later. */
        public LocalDate later(LocalDate begun, int count) {
            return begun.plus(count, unit());
        }

        ChronoUnit unit() {
            return switch (this) {
                case DAY -> ChronoUnit.DAYS;
                case WEEK -> ChronoUnit.WEEKS;
                case MONTH -> ChronoUnit.MONTHS;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String word() {
        return "a table of cohorts";
    }

    @Override
    public List<Rule> events() {
        return start instanceof Start.FirstEvent(var events) ? List.of(events, back.events()) : List.of(back.events());
    }

    @Override
    public List<String> segments() {
        return segment.stream().toList();
    }

    @Override
    public List<Problem> check(Terms terms) {
        var begun = switch (start) {
            case Start.FirstEvent(var events) -> Deed.of(events).check(terms);
            case Start.OnDate(var field) -> new Rule.Dated(field, new Window.Last(1, Window.Unit.DAYS)).check(terms);
        };
        var returned = Deed.of(back.events()).check(terms);
        var added = back.column().map(column -> Deed.total(column).check(terms)).orElse(List.of());
        var members = segment.map(name -> new Rule.InSegment(name).check(terms)).orElse(List.of());
        return Stream.of(begun, returned, added, members)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
