package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that were not taken, repaired. */
class ResubmissionTest extends ImportFixture {
    private static final String EVENTS = """
            customer_id;timestamp;item_id;value
            1;03.05.2024;a;1,5
            2;03.05.2024;b
            ;04.05.2024;c;2
            4;yesterday;"d;e";3
            5;25.05.2024;f;4
            """;

    private List<RejectedRow> rejected(Source source) {
        return Rejects.rows(engine, source, new Rejects.Asked("", 0, 100), Progress.NONE);
    }

    @Test
    void aRejectedRowIsSplitIntoItsCellsAndPutTogetherAgain() {
        var rows = rejected(imported(EVENTS, Role.EVENTS));
        assertThat(rows.stream().map(RejectedRow::cells))
                .containsExactly(
                        List.of("2", "03.05.2024", "b"),
                        List.of("", "04.05.2024", "c", "2"),
                        List.of("4", "yesterday", "d;e", "3"));
        var plan = Imports.plan(Imports.write(folder, "x.csv", EVENTS), Role.EVENTS);
        assertThat(rows.getLast().text(plan)).isEqualTo("4;yesterday;\"d;e\";3");
        for (var text : List.of("", ";", "\"a;b", "\"a\"\"b\";c", "a\"b;\"c\"d;e", "\"\"")) {
            var cells = RejectedRow.cells(text, plan);
            assertThat(RejectedRow.cells(rows.getFirst().with(cells).text(plan), plan))
                    .as(text)
                    .isEqualTo(cells);
        }
    }

    @Test
    void whatIsRepairedComesInAndTheRestStaysWithItsNewReason() {
        var source = imported(EVENTS, Role.EVENTS);
        var rows = rejected(source);
        var repaired = Rejects.resubmit(
                engine,
                source,
                List.of(
                        rows.get(0).with(List.of("2", "03.05.2024", "b\nb", "2,5")),
                        rows.get(1).with(List.of("3", "when", "c", "2")),
                        rows.get(2).with(List.of("4", "26.05.2024", "d;e", "much"))),
                "repaired",
                Progress.NONE);
        assertThat(repaired.counts()).isEqualTo(new RowCounts(5, 4, 1, 0));
        assertThat(repaired.accepted()).isEqualTo(4);
        var data = query("select * from " + repaired.data().quoted());
        assertThat(Imports.column(data, "customer_id")).containsExactly("1", "5", "2", "4");
        assertThat(Imports.column(data, "item_id")).containsExactly("a", "f", "b\nb", "d;e");
        assertThat(Imports.column(data, "value")).containsExactly("1.5", "4", "2.5", "");
        var left = rejected(repaired);
        assertThat(left).hasSize(1);
        assertThat(left.getFirst())
                .isEqualTo(
                        new RejectedRow(1, 4, "", "timestamp", "This is not a time.", List.of("3", "when", "c", "2")));
        assertThat(Imports.column(engine.table(repaired.unreadable(), Progress.NONE), "text"))
                .containsExactly("much");
        var wrong = List.of(left.getFirst().with(List.of("3")));
        var again = Rejects.resubmit(engine, repaired, wrong, "again", Progress.NONE);
        assertThat(rejected(again).getFirst().reason()).isEqualTo("The row has 1 value where the table has 4 columns.");
        assertThat(again.counts()).isEqualTo(repaired.counts());
        assertThatThrownBy(() -> Rejects.resubmit(engine, again, rows, "gone", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not among");
    }

    /** A single date may be read either way; the column it belongs to tells. */
    @Test
    void aRepairedDateIsReadAsTheOthersOfItsColumn() {
        var source =
                imported("customer_id,timestamp\n1,05/25/2024\n2,05/26/2024\n3,03/27/2024\n4,never\n", Role.EVENTS);
        var row = rejected(source).getFirst().with(List.of("4", "03/05/2024"));
        var repaired = Rejects.resubmit(engine, source, List.of(row), "repaired", Progress.NONE);
        assertThat(Imports.column(
                        query("select timestamp from " + repaired.data().quoted()), "timestamp"))
                .last()
                .asString()
                .startsWith("2024-03-05");
    }

    @Test
    void aRepairedRowThatIsThereAlreadyIsARepetition() {
        var first = imported("item_id,title\na,Apple\nb,Beer\n", Role.ITEMS);
        var plan = Imports.plan(
                Imports.write(folder, "more.csv", "item_id,title\nc,Cake\n,Apple\n,Cake\n,Date\n"), Role.ITEMS);
        var source = new SourceImport(Optional.of(first), plan, Mode.APPEND, Instant.EPOCH)
                .run(engine, "more", Progress.NONE);
        var rows = rejected(source);
        var repaired = Rejects.resubmit(
                engine,
                source,
                List.of(
                        rows.get(0).with(List.of("a", "Apple")),
                        rows.get(1).with(List.of("c", "Cake")),
                        rows.get(2).with(List.of("d", "Date"))),
                "repaired",
                Progress.NONE);
        assertThat(repaired.newest().counts()).isEqualTo(new RowCounts(4, 2, 0, 2));
        assertThat(Imports.column(query("select * from " + repaired.data().quoted()), "item_id"))
                .containsExactly("a", "b", "c", "d");
    }
}
