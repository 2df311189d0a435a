package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.Numbers;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void whatIsNotNothingIsNeverWrittenAsNothing() {
        var column = new NumberColumn("p", ColumnType.DECIMAL, new double[] {0, 0.00003, -0.00003, 0.00006, 0.25});
        var least = Numbers.local().fixed(0.0001, 4);
        assertThat(IntStream.range(0, 5).mapToObj(row -> Cells.text(column, row, false, 4)))
                .containsExactly(
                        Numbers.local().fixed(0, 4),
                        "< " + least,
                        "> " + Numbers.local().fixed(-0.0001, 4),
                        least,
                        Numbers.local().fixed(0.25, 4));
    }
}
