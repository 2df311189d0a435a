package corymb.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZonesTest {
    /** ICU has the IANA database; it knows which names stand for places, and by which of several names a place goes now. */
    @Test
    void thePlacesAreThoseOfTheTimeZoneDatabase() {
        var places = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .map(TimeZone::getIanaID)
                .sorted();
        assertThat(Zones.places())
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("UTC"), places).toList());
        assertThat(ZoneId.getAvailableZoneIds()).containsAll(Zones.places());
    }
}
