package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.Made;
import corymb.project.SegmentLedger;
import corymb.rule.RuleParser;
import corymb.segment.Moves;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Relation;
import corymb.table.Schema;
import corymb.table.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentChartsTest {
    private static final Instant EVENING = Instant.parse("2026-06-30T20:00:00Z");

    private static Made<Segment> version(int minute, String day, long count) {
        var segment = new Segment(
                new SegmentPlan("Regulars", RuleParser.require("frequency >= 5")),
                new Relation("members", new Schema(List.of()), count),
                100,
                Instant.parse(day + "T00:00:00Z"),
                Zone.UTC,
                Optional.empty(),
                Moves.NONE);
        return new Made<>(minute, List.of(), EVENING.plusSeconds(60L * minute), 0, segment);
    }

    private static ChartSpec.Times drawn(List<Made<Segment>> versions) {
        return (ChartSpec.Times) SegmentCharts.sizesOverTime(new SegmentLedger(versions));
    }

    @Test
    void manyDaysLookedAtInOneEveningLieApart() {
        var drawn = drawn(List.of(
                version(0, "2026-06-01", 60),
                version(1, "2026-04-01", 20),
                version(2, "2026-05-01", 30),
                version(3, "2026-05-01", 40)));
        assertThat(drawn.trends().getFirst().moments())
                .containsExactly(
                        new ChartSpec.Moment(Instant.parse("2026-04-01T00:00:00Z"), 20),
                        new ChartSpec.Moment(Instant.parse("2026-05-01T00:00:00Z"), 40),
                        new ChartSpec.Moment(Instant.parse("2026-06-01T00:00:00Z"), 60));
        assertThat(drawn.caption().finding()).isEqualTo("“Regulars” went from 20 to 60 customers");
    }

    @Test
    void editsOfOneDayStandWhereTheyWereMade() {
        var drawn = drawn(List.of(version(0, "2026-06-01", 60), version(9, "2026-06-01", 50)));
        assertThat(drawn.trends().getFirst().moments())
                .extracting(ChartSpec.Moment::at)
                .containsExactly(EVENING, EVENING.plusSeconds(540));
    }

    @Test
    void noTwoSegmentsHaveOneColour() {
        var segments = IntStream.range(0, 12)
                .mapToObj(i -> version(i, "2026-06-01", 100L - i).value())
                .toList();
        var bars = (ChartSpec.RankedBars) SegmentCharts.sizes(segments);
        assertThat(bars.marks().stream().map(ChartSpec.Mark::colour).filter(colour -> colour != Palette.GREYED))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
