package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values are read as what they are, however people write them. */
class ImportedValuesTest extends ImportFixture {
    @Test
    void typesAreRealAndIdsKeepTheirZeros() {
        var source = imported("customer_id,timestamp,value,pages\n007,2024-03-05T10:00:00+02:00,12.5,3\n", Role.EVENTS);

        assertThat(source.data().schema().fields())
                .extracting(field -> field.name() + " " + field.type())
                .containsExactly(
                        "customer_id TEXT", "timestamp TIMESTAMP", "value DECIMAL", "pages INTEGER", "type TEXT");
        var rows = query("select * from source_1");
        assertThat(rows.columns())
                .extracting(column -> column.text(0))
                .containsExactly("007", "2024-03-05T08:00:00Z", "12.5", "3", "purchase");
    }

    @Test
    void aWordForNothingIsNobodysNumberButMayBeAName() {
        var source = imported(
                "customer_id,timestamp,session_id\nNA,2024-03-05,s1\nnull,2024-03-05,s2\nc1,2024-03-05,N/A\n",
                Role.EVENTS);
        assertThat(source.accepted()).isEqualTo(1);
        assertThat(source.rejected()).isEqualTo(2);
        assertThat(query("select customer_id, session_id from source_1").columns())
                .extracting(column -> column.text(0))
                .containsExactly("c1", "");

        imported("id,family_name\n1,Null\n2,None\n", Role.CUSTOMERS);
        assertThat(Imports.column(query("select family_name from source_1"), "family_name"))
                .containsExactly("Null", "None");
    }

    @Test
    void offsetsAreTurnedIntoUtcTheFastWayToo() {
        imported("customer_id,timestamp\n1,2024-03-05T10:00:00+02:00\n2,2024-03-05 10:00\n3,2024-03-05\n", Role.EVENTS);

        assertThat(Imports.column(query("select timestamp from source_1"), "timestamp"))
                .containsExactly("2024-03-05T08:00:00Z", "2024-03-05T10:00:00Z", "2024-03-05T00:00:00Z");
    }

    /** The engine knows double quotes only, so that rows in others are written anew. */
    @Test
    void singleQuotesAreNoPartOfTheValues() {
        imported("id,first_name,city\n'1','Ann, B','Bern'\n'2','Bo','Uri'\n3,'Cy','a''b'\n", Role.CUSTOMERS);

        var rows = query("select id, given_name, city from source_1");
        assertThat(Imports.column(rows, "id")).containsExactly("1", "2", "3");
        assertThat(Imports.column(rows, "given_name")).containsExactly("Ann, B", "Bo", "Cy");
        assertThat(Imports.column(rows, "city")).containsExactly("Bern", "Uri", "a'b");
    }

    @Test
    void unreadableOptionalValuesBecomeMissingAndAreKept() {
        var text = new StringBuilder("id,birth_date,email\n");
        IntStream.range(0, 50)
                .forEach(i -> text.append(i).append(",1980-01-01,a").append(i).append("@b.example\n"));
        var source = imported(text + "50,1979-02-30,c@d.example\n", Role.CUSTOMERS);

        assertThat(source.accepted()).isEqualTo(51);
        assertThat(source.columns()).extracting(ImportedColumn::unreadable).containsExactly(0L, 1L, 0L);
        var unreadable = query("select * from source_1_unreadable");
        assertThat(unreadable.columns())
                .extracting(column -> column.text(0))
                .containsExactly("52", "birth_date", "1979-02-30");
    }

    @Test
    void mixedDateFormatsAreAllReadAndTheOrderOfDayAndMonthFollowsTheMajority() {
        var source = imported(
                "id,birth_date\n1,2024-03-05\n2,05.03.2024\n3,03/05/2024\n4,03/25/2024\n5,12/31/2023\n6,31/12/2023\n7,5 March 2024\n",
                Role.CUSTOMERS);

        assertThat(Imports.column(query("select birth_date from source_1"), "birth_date"))
                .containsExactly(
                        "2024-03-05",
                        "2024-03-05",
                        "2024-03-05",
                        "2024-03-25",
                        "2023-12-31",
                        "2023-12-31",
                        "2024-03-05");
        assertThat(source.columns().get(1).note())
                .contains("03/05 is read as 5 March")
                .contains("1 can only be day first, 2 only month first");
    }

    @Test
    void valuesUnlikeTheSampleAreStillRead() {
        var text = new StringBuilder("customer_id,timestamp,value\n");
        IntStream.range(0, 25_000).forEach(i -> text.append(i).append(",2024-03-05 10:00:00,1.5\n"));
        var source = imported(text + "x,05.03.2024 11:30,\"1.234,50\"\n", Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(25_001, 25_001, 0, 0));
        var last = query("select * from source_1 where customer_id = 'x'");
        assertThat(last.text(0, "timestamp")).isEqualTo("2024-03-05T11:30:00Z");
        assertThat(last.text(0, "value")).isEqualTo("1234.5");
    }

    @Test
    void decimalCommasAndThousandsMarksAreReadByColumn() {
        imported("item_id;price;title\n1;1.234,56 €;a\n2;0,99;b\n3;1.000;c\n4;12,5;d\n5;-3;e\n", Role.ITEMS);

        assertThat(Imports.column(query("select price from source_1"), "price"))
                .containsExactly("1234.56", "0.99", "1000", "12.5", "-3");
    }

    @Test
    void consentWordsBecomeThreeStatusesAndOthersAreRejected() {
        var source = imported(
                "customer,purpose,status\n1,mail,yes\n2,mail,opt-out\n3,mail,Widerrufen\n4,mail,pending\n5,mail,\n",
                Role.CONSENTS);

        assertThat(Imports.column(query("select status from source_1"), "status"))
                .containsExactly("granted", "denied", "withdrawn");
        assertThat(Imports.column(query("select reason from source_1_rejects order by line"), "reason"))
                .containsExactly(
                        "The status is neither granted nor denied nor withdrawn.",
                        "There is no value for status, which each row needs.");
        assertThat(source.rejected()).isEqualTo(2);
    }

    @Test
    void aColumnOfTheWrongTypeStaysText() {
        var text = new StringBuilder("id,score\n");
        IntStream.range(0, 2_500).forEach(i -> text.append(i).append(i < 2_100 ? ",5\n" : ",five\n"));
        var source = imported(text.toString(), Role.CUSTOMERS);

        assertThat(source.columns().get(1)).extracting(ImportedColumn::type).isEqualTo(ColumnType.TEXT);
        assertThat(source.columns().get(1).note()).contains("Kept as text");
        assertThat(engine.number(Sql.of("select count(*) from source_1 where score = 'five'"), Progress.NONE))
                .isEqualTo(400);
    }
}
