package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowSumTest {
    private static final List<Object> ADA = List.of("spenders", "C0001", 7L);
    private static final List<Object> BOB = List.of("spenders", "C0002", 7L);

    private static String of(List<List<Object>> rows) {
        var sum = new RowSum(RowSum.NONE);
        rows.forEach(sum::add);
        return sum.hex();
    }

    @Test
    void theSumOfOneRowIsItsChecksum() {
        assertThat(of(List.of(ADA))).isEqualTo(Checksum.ofRow(ADA));
        assertThat(of(List.of())).isEqualTo(RowSum.NONE);
    }

    @Test
    void rowsCountInWhateverOrderAndAsOftenAsTheyStand() {
        assertThat(of(List.of(ADA, BOB)))
                .isEqualTo(of(List.of(BOB, ADA)))
                .isNotEqualTo(of(List.of(ADA, ADA)))
                .isNotEqualTo(of(List.of(ADA, BOB, BOB, BOB)));
        assertThat(of(List.of(ADA, ADA))).isNotEqualTo(RowSum.NONE);
    }

    @Test
    void aRowThatGoesLeavesTheSumOfTheOthers() {
        var sum = new RowSum(of(List.of(ADA, BOB)));
        sum.remove(ADA);
        assertThat(sum.hex()).isEqualTo(Checksum.ofRow(BOB));
        sum.remove(BOB);
        assertThat(sum.hex()).isEqualTo(RowSum.NONE);
    }
}
