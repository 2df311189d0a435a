package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.ui.kit.RowQuery;
import corymb.work.Progress;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QueryRowsTest {
    private static final DuckDbEngine ENGINE = DuckDbEngine.open();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static QueryRows thousand() {
        var rows = ENGINE.create(
                "thousand",
                Sql.of("select i as id, nullif(i % 3, 0) as part, 'Name ' || i as name from range(1000) r(i)"),
                Progress.NONE);
        return QueryRows.of(ENGINE, rows);
    }

    @Test
    void pagesFollowTheOrderOfTheRelation() {
        var page = thousand().page(998, 256);
        assertThat(page.rowCount()).isEqualTo(2);
        assertThat(page.text(0, "id")).isEqualTo("998");
    }

    @Test
    void aTextIsFoundInAnyColumnWhateverItsCase() {
        var found = thousand().asked(new RowQuery(" NAME 99", List.of()));
        // Name 99 and Name 990 to Name 999.
        assertThat(found.rows()).isEqualTo(11);
        assertThat(found.page(0, 256).rowCount()).isEqualTo(11);
    }

    @Test
    void missingValuesComeLastInEitherDirection() {
        for (boolean isDescending : List.of(true, false)) {
            var sorted = thousand().asked(new RowQuery("", List.of(new RowQuery.By("part", isDescending))));
            assertThat(sorted.page(0, 1).text(0, "part")).isEqualTo(isDescending ? "2" : "1");
            assertThat(sorted.page(999, 1).text(0, "part")).isEmpty();
        }
    }

    @Test
    void aQueryIsCountedAndDescribed() {
        var rows = QueryRows.of(ENGINE, Sql.of("select ? as word from range(7)", "quote'"), Progress.NONE);
        assertThat(rows.rows()).isEqualTo(7);
        assertThat(rows.schema().names()).containsExactly("word");
        assertThat(rows.page(0, 1).text(0, "word")).isEqualTo("quote'");
    }
}
