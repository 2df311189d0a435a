package corymb.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The time zones to choose from.
 *
 * <p>Reference: IANA time zone database, {@code zone.tab}, whose names are in the public domain.
 */
public final class Zones {
    private Zones() {}

    /** UTC, and every place of the database by its present name, such as {@code Asia/Kolkata}, in the order of the alphabet. */
    public static List<String> places() {
        try (var file = Objects.requireNonNull(Zones.class.getResourceAsStream("zones.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
