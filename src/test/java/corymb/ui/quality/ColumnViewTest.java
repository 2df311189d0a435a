package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.quality.ColumnDetail;
import corymb.quality.ColumnProfile;
import corymb.quality.DistinctCount;
import corymb.quality.Histogram;
import corymb.quality.NumberSummary;
import corymb.quality.ValueCount;
import corymb.table.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnViewTest {
    private static ColumnView view(ColumnType type, long distinct, Histogram histogram, ValueCount... top) {
        var summary = new NumberSummary(5, 2, 3, 5, 7);
        var profile = new ColumnProfile(
                "age",
                type,
                10,
                0,
                new DistinctCount(distinct, false),
                "",
                "",
                type.isNumeric() ? summary : NumberSummary.NONE,
                List.of(top),
                histogram,
                ColumnDetail.NONE);
        return new ColumnView(profile, 100, 0);
    }

    @Test
    void numbersOfManyValuesAreDrawnAsAHistogram() {
        var chart = view(ColumnType.DECIMAL, 50, new Histogram(0, 10, List.of(30L, 60L)))
                .chart()
                .orElseThrow();
        assertThat(chart)
                .isInstanceOfSatisfying(
                        ChartSpec.Histogram.class,
                        histogram -> assertThat(histogram.bins())
                                .containsExactly(new ChartSpec.Bin(0, 5, 30), new ChartSpec.Bin(5, 10, 60)));
        assertThat(chart.caption().finding()).contains("between 3 and 7");
    }

    @Test
    void numbersOfFewValuesAreDrawnAsBars() {
        var chart = view(ColumnType.INTEGER, 2, new Histogram(0, 1, List.of(30L, 60L)), new ValueCount("1", 60))
                .chart();
        assertThat(chart.orElseThrow()).isInstanceOf(ChartSpec.RankedBars.class);
    }

    @Test
    void valuesThatAreAllThereOnceAreNotDrawn() {
        var unique = view(ColumnType.TEXT, 90, Histogram.NONE, new ValueCount("a", 1));
        assertThat(unique.chart()).isEmpty();
        assertThat(unique.plain()).isEqualTo("All 90 values of age are different");
        var none = view(ColumnType.TEXT, 0, Histogram.NONE);
        assertThat(none.chart()).isEmpty();
        assertThat(none.plain()).isEqualTo("No row has a value of age");
    }

    @Test
    void theDensestHalfIsTheShortestRunThatHoldsHalfOfAll() {
        assertThat(ColumnView.densestHalf(List.of(1L, 1L, 5L, 3L, 0L, 0L))).isEqualTo(new ColumnView.Run(2, 3));
        assertThat(ColumnView.densestHalf(List.of(2L, 2L, 2L, 2L))).isEqualTo(new ColumnView.Run(0, 2));
        assertThat(ColumnView.densestHalf(List.of(0L, 0L, 7L))).isEqualTo(new ColumnView.Run(2, 3));
    }
}
