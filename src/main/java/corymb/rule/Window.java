package corymb.rule;

import corymb.table.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which time an aggregate of events looks at; nothing at or after the plan's moment ever counts. */
public sealed interface Window {
    /** In plain words, to stand after what is counted; empty for everything. */
    String words();

    /** From when on and until when, without the end; empty where it is not the same for all customers or has no start. */
    default Optional<Span> span(Moment asOf) {
        return switch (this) {
            case All _, SinceFirst _ -> Optional.empty();
            case Last last -> Optional.of(new Span(last.start(asOf), last.end(asOf)));
            case Between(var from, var to) -> {
                var end = asOf.zone().startOf(to.plusDays(1));
                yield Optional.of(new Span(asOf.zone().startOf(from), end.isBefore(asOf.at()) ? end : asOf.at()));
            }
        };
    }

    /** Everything before the moment. */
    record All() implements Window {
        @Override
        public String words() {
            return "";
        }
    }

    /**
     * So many days, weeks or months up to the moment, or up to some time before it. An event exactly at the start counts, one
     * exactly at the end does not. Days and months are those of the moment's zone.
     *
     * @param count how long, from 1
     * @param ago how much before the moment it ends, in the same unit; 0 ends at the moment
     */
    record Last(int count, Unit unit, int ago) implements Window {
        public Last {
            if (count < 1 || ago < 0 || (long) count + ago > Unit.MOST) {
                throw new IllegalArgumentException(
                        "A window lasts from 1 to " + Unit.MOST + " days, weeks or months, not " + count);
            }
        }

        public Last(int count, Unit unit) {
            this(count, unit, 0);
        }

        /** From when on. */
        public Instant start(Moment asOf) {
            return asOf.back(count + ago, unit);
        }

        /** Until when, without that moment. */
        public Instant end(Moment asOf) {
            return asOf.back(ago, unit);
        }

        @Override
        public String words() {
            return ago == 0
                    ? "in the last " + unit.words(count)
                    : "in the " + unit.words(count) + " up to " + (ago == 1 ? "1 " : "") + unit.words(ago) + " before";
        }
    }

    /** Whole days of the moment's zone, the first and the last included. */
    record Between(LocalDate from, LocalDate to) implements Window {
        public Between {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A window cannot end on " + to + " before it begins on " + from);
            }
        }

        @Override
        public String words() {
            return "from " + from + " to " + to;
        }
    }

    /**
     * The first days of each customer: from the first event of any kind on, 24 hours a day.
     *
     * @param days how many, from 1
     */
    record SinceFirst(int days) implements Window {
        public SinceFirst {
            if (days < 1 || days > Unit.MOST) {
                throw new IllegalArgumentException("A window lasts from 1 to " + Unit.MOST + " days, not " + days);
            }
        }

        @Override
        public String words() {
            return "in the first " + Unit.DAYS.words(days) + " of a customer";
        }
    }

    /** What windows are counted in. */
    enum Unit {
        DAYS("day"),
        WEEKS("week"),
        MONTHS("month");

        /** More than a hundred years in days. */
        public static final int MOST = 40_000;

        private final String singular;

        Unit(String singular) {
            this.singular = singular;
        }

        /** How many, such as "30 days"; of one only "day". */
        public String words(int count) {
            return count == 1 ? singular : count + " " + singular + "s";
        }
    }

    /** From {@code start} on, before {@code end}. */
    record Span(Instant start, Instant end) {
        /** How many full weeks there are by the clock of a zone. */
        public long weeks(Zone zone) {
            return Math.max(0, ChronoUnit.DAYS.between(zone.clock(start), zone.clock(end))) / 7;
        }
    }
}
