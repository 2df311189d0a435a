package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers whose file does not say who they are, each row one of them. */
class RowNumbersTest extends ImportFixture {
    private static final String SHOPS = """
            channel,fresh
            1,12669
            2,7057
            1,6353,9
            1,12669
            """;

    private int imports;

    private Source add(Optional<Source> before, String text, Mode mode) {
        int number = ++imports;
        var plan = Imports.plan(Imports.write(folder, "shops" + number + ".csv", text), Role.CUSTOMERS)
                .numberedFrom(1);
        return new SourceImport(before, plan, mode, Instant.EPOCH).run(engine, "source_" + number, Progress.NONE);
    }

    private List<String> ids(Source source) {
        return Imports.column(query("select id from " + source.data().quoted()), "id");
    }

    @Test
    void withoutAnIdRowsAreTurnedAwayUnlessTheyAreNumbered() {
        assertThatThrownBy(() -> imported(SHOPS, Role.CUSTOMERS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("id or email")
                .hasMessageContaining("--number-rows");
        var source = add(Optional.empty(), SHOPS, Mode.REPLACE);
        assertThat(ids(source)).containsExactly("test#1", "test#2", "test#3");
        assertThat(source.newest().counts()).isEqualTo(new RowCounts(4, 3, 1, 0));
        assertThat(source.columns().getLast().name()).isEqualTo("id");
    }

    @Test
    void noTwoRowsHaveTheSameNumberHoweverTheyCameIn() {
        var source = add(Optional.empty(), SHOPS, Mode.REPLACE);
        var more = add(Optional.of(source), SHOPS, Mode.APPEND);
        assertThat(ids(more)).containsExactly("test#1", "test#2", "test#3", "test#4", "test#5", "test#6");
        var rejected = Rejects.rows(engine, more, new Rejects.Asked("", 0, 100), Progress.NONE);
        var mended =
                rejected.stream().map(row -> row.with(List.of("1", "6353"))).toList();
        for (int batch = 1; batch <= 2; batch++) {
            int number = batch;
            more = Rejects.resubmit(
                    engine,
                    more,
                    mended.stream().filter(row -> row.number() == number).toList(),
                    "mended" + batch,
                    Progress.NONE);
        }
        assertThat(ids(more)).hasSize(8).doesNotHaveDuplicates().contains("test#7", "test#8");
    }

    @Test
    void theNumbersOfALargeFileGoOnFromChunkToChunk() {
        var text = new StringBuilder("fresh,milk\n");
        int rows = 400_000;
        IntStream.range(0, rows)
                .forEach(i -> text.append(i).append(",").append(i % 7).append(i % 5 == 0 ? ".5\n" : "\n"));
        var data = add(Optional.empty(), text.toString(), Mode.REPLACE).data();
        assertThat(engine.number(
                        corymb.sql.Sql.of(
                                "select count(*) from " + data.quoted() + " where id = 'test#' || (fresh + 1)"),
                        Progress.NONE))
                .isEqualTo(rows);
    }

    @Test
    void onlyCustomersAreNumbered() {
        var events = Imports.plan(Imports.write(folder, "e.csv", "customer_id,timestamp\n1,2024-05-03\n"), Role.EVENTS);
        assertThatThrownBy(() -> FileImport.run(engine, events.numberedFrom(1), "events", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Only rows of customers");
    }

    @Test
    void aColumnThatWasTheIdIsKeptAsAnAttributeWhereRowsAreNumbered() {
        var plan = Imports.plan(Imports.write(folder, "x.csv", "id,fresh\n7,1\n7,2\n"), Role.CUSTOMERS);
        var source = FileImport.run(engine, plan.numberedFrom(1), "x", Progress.NONE);
        assertThat(ids(source)).containsExactly("test#1", "test#2");
        assertThat(Imports.column(query("select id_2 from " + source.data().quoted()), "id_2"))
                .containsExactly("7", "7");
    }

    @Test
    void fewDifferentWholeNumbersCouldBeCodesAndAreSaidToBe() {
        var region = ColumnDetection.of("Region", cycled(3, 1), Optional.empty(), true);
        assertThat(region.type()).isEqualTo(ColumnType.INTEGER);
        assertThat(region.guesses().type().runnerUp()).isEqualTo("TEXT");
        assertThat(region.guesses().type().isSure()).isFalse();
        assertThat(region.guesses().type().reason()).startsWith("Only 3 different whole numbers");
        for (var values : List.of(cycled(2, 0), cycled(30, 1), cycled(3, 1_000))) {
            assertThat(ColumnDetection.of("n", values, Optional.empty(), true)
                            .guesses()
                            .type()
                            .isSure())
                    .isTrue();
        }
    }

    private static List<String> cycled(int different, int first) {
        return IntStream.range(0, 60)
                .mapToObj(i -> String.valueOf(first + i % different))
                .toList();
    }
}
