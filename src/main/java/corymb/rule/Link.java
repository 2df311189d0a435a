package corymb.rule;

import java.time.Duration;

/** How near one event has to be to another. */
public sealed interface Link {
    /** In the words of the rule language. */
    String words();

    /**
     * No more than so long after it.
     *
     * @param count how many, from 1
     */
    record Within(int count, Unit unit) implements Link {
        public Within {
            if (count < 1 || count > Window.Unit.MOST) {
                throw new IllegalArgumentException("A time lasts from 1 to " + Window.Unit.MOST + ", not " + count);
            }
        }

        public Duration duration() {
            return unit.length.multipliedBy(count);
        }

        @Override
        public String words() {
            return "within " + count + " " + unit.singular + (count == 1 ? "" : "s");
        }
    }

    /** In the same session: events that have the same value in the column {@link #SESSION}. */
    record SameSession() implements Link {
        @Override
        public String words() {
            return "in the same session";
        }
    }

    /** The events' column that tells sessions apart. */
    String SESSION = "session_id";

    /** What the time between two events is counted in. */
    enum Unit {
        MINUTES("minute", Duration.ofMinutes(1)),
        HOURS("hour", Duration.ofHours(1)),
        DAYS("day", Duration.ofDays(1)),
        WEEKS("week", Duration.ofDays(7));

        private final String singular;
        private final Duration length;

        Unit(String singular, Duration length) {
            this.singular = singular;
            this.length = length;
        }
    }
}
