package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.Numbers;
import corymb.project.FilledProject;
import corymb.project.SegmentFlows;
import corymb.segment.Cause;
import corymb.segment.Moved;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovesModelTest extends OfChosenSegment {
    private MovesModel model;

    @BeforeEach
    void open() {
        var file = regulars();
        FilledProject.define(file, "Regulars", "frequency >= 3 and frequency < 6");
        session.show(file);
        model = new MovesModel(session, chosen);
    }

    @Test
    void everyNumberOpensAsManyPeople() {
        choose("Regulars");
        var seen = model.seenProperty().get().orElseThrow();
        assertThat(seen.moved()).containsExactly(new Moved(Cause.RULE, 86, 42));
        model.open(Cause.RULE, true);
        assertThat(shown(model.people())).isEqualTo(86);
        model.open(Cause.RULE, false);
        assertThat(shown(model.people())).isEqualTo(42);
        model.openThen();
        assertThat(shown(model.people())).isEqualTo(85);
        assertThat(seen.flows().flows())
                .containsExactly(
                        new SegmentFlows.Flow(Optional.empty(), Optional.of("Regulars"), 86),
                        new SegmentFlows.Flow(Optional.of("Regulars"), Optional.empty(), 42));
        model.open(seen.flows().flows().getLast());
        assertThat(shown(model.people())).isEqualTo(42);
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
        assertThat(shown(model.people())).isEqualTo(129);
        // Purchases are one a day from 1 January: by the end of the fourth day whoever makes three or more has made
        // three or four.
        model.openKnownNow(LocalDate.of(2026, 1, 4));
        assertThat(shown(model.people())).isEqualTo(171);
        assertThat(model.people().shownProperty().get().orElseThrow().title())
                .isEqualTo("In “Regulars” on " + Numbers.local().date(LocalDate.of(2026, 1, 4))
                        + ", on what is known now");
    }
}
