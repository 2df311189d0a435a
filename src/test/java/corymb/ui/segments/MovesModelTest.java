package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.project.Made;
import corymb.project.SegmentFlows;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.Segment;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases 43 made three, 43 four, 43 five and 42 six. */
class MovesModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final ObjectProperty<Optional<Made<Segment>>> chosen = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private MovesModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Others", "frequency < 5");
        FilledProject.define(file, "Regulars", "frequency >= 3 and frequency < 6");
        session.show(file);
        model = new MovesModel(session, chosen);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void choose(String name) {
        chosen.set(session.project().segment(name));
    }

    private long shown() {
        return model.people().rowsProperty().get().orElseThrow().rows();
    }

    @Test
    void everyNumberOpensAsManyPeople() {
        choose("Regulars");
        var seen = model.seenProperty().get().orElseThrow();
        assertThat(seen.moved()).containsExactly(new Moved(Cause.RULE, 86, 42));
        model.open(Cause.RULE, true);
        assertThat(shown()).isEqualTo(86);
        model.open(Cause.RULE, false);
        assertThat(shown()).isEqualTo(42);
        model.openThen();
        assertThat(shown()).isEqualTo(85);
        assertThat(seen.flows().flows())
                .containsExactly(
                        new SegmentFlows.Flow(Optional.empty(), Optional.of("Regulars"), 86),
                        new SegmentFlows.Flow(Optional.of("Regulars"), Optional.empty(), 42));
        model.open(seen.flows().flows().getLast());
        assertThat(shown()).isEqualTo(42);
    }

    @Test
    void nothingIsToldOfASegmentThatWasFoundOnce() {
        choose("Others");
        assertThat(model.ledgerProperty().get()).isEmpty();
        assertThat(model.seenProperty().get()).isEmpty();
    }

    @Test
    void tellsWhoWasInItOnADay() {
        choose("Regulars");
        // Recorded by a clock that stands still: the version of that day is the last.
        assertThat(model.knownThen(LocalDate.of(2026, 2, 28))).isEmpty();
        model.openKnownThen(LocalDate.of(2026, 3, 1));
        assertThat(shown()).isEqualTo(129);
        // Purchases are one a day from 1 January: by the end of the fourth day whoever makes three or more has made
        // three or four.
        model.openKnownNow(LocalDate.of(2026, 1, 4));
        assertThat(shown()).isEqualTo(171);
    }
}
