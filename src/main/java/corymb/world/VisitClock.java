package corymb.world;

import corymb.world.Life.EventType;
import corymb.world.Life.Subject;
import corymb.world.Life.Visit;
import corymb.world.Life.WebEvent;
import java.time.Duration;
import java.time.Instant;

/** The passing of time within an online visit, which ends within the hour. */
final class VisitClock {
    private static final Duration LONGEST = Duration.ofMinutes(58);

    private final Visit visit;
    private final Chance chance;
    private Instant now;

    VisitClock(Visit visit, Chance chance) {
        this.visit = visit;
        this.chance = chance;
        now = visit.start();
    }

    Visit visit() {
        return visit;
    }

    WebEvent next(EventType type, Subject subject) {
        return new WebEvent(visit, later(), type, subject);
    }

    Instant later() {
        now = now.plusSeconds(5 + (long) chance.exponential(55));
        var latest = visit.start().plus(LONGEST);
        if (now.isAfter(latest)) {
            now = latest;
        }
        return now;
    }
}
