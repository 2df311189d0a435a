package corymb.remote;

import corymb.work.Problem;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking a web service again: as it says itself, else twice as long each time, with chance so that
 * several do not ask in step.
 *
 * <p>Reference: RFC 9110, section 10.2.3 (Retry-After); the X-RateLimit headers are custom, not standard: reset is either
 * seconds from now or seconds since 1970.
 */
record Patience(Clock clock, RandomGenerator chance) {
    static final int MOST_TRIES = 6;

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final long FIRST_MILLIS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long SINCE_1970 = 1_000_000_000;

    /** Whether an answer of that status may be another one later. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** After the try of that number, from 1, failed without a word. */
    Duration afterTry(int number) {
        long most = FIRST_MILLIS << number;
        return Duration.ofMillis(most / 2 + chance.nextLong(most / 2));
    }

    /** After the try of that number was answered with such headers. */
    Duration afterTry(int number, HttpHeaders headers) {
        return bearable(retryAfter(headers).or(() -> untilReset(headers)).orElseGet(() -> afterTry(number)));
    }

    /** Before the next page; nothing unless the service has said that it would take no more requests now. */
    Duration beforeNext(HttpHeaders headers) {
        boolean isUsedUp = first(headers, "X-RateLimit-Remaining", "RateLimit-Remaining")
                .filter("0"::equals)
                .isPresent();
        return isUsedUp ? bearable(untilReset(headers).orElse(Duration.ZERO)) : Duration.ZERO;
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(this::duration);
    }

    private Optional<Duration> untilReset(HttpHeaders headers) {
        return first(headers, "X-RateLimit-Reset", "RateLimit-Reset")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .map(seconds -> seconds < SINCE_1970
                        ? Duration.ofSeconds(seconds)
                        : Duration.between(clock.instant(), Instant.ofEpochSecond(seconds)));
    }

    private Optional<Duration> duration(String text) {
        if (text.strip().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
        }
        try {
            var moment = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), moment.toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(HttpHeaders headers, String name, String other) {
        return headers.firstValue(name).or(() -> headers.firstValue(other)).map(String::strip);
    }

    private static Duration bearable(Duration asked) {
        if (asked.compareTo(LONGEST) > 0) {
            throw new Problem(
                            "The web service takes no more requests for " + asked.toMinutes() + " minutes.",
                            "",
                            "Try again later, or fetch fewer pages.")
                    .asFailure();
        }
        return asked.isNegative() ? Duration.ZERO : asked;
    }
}
