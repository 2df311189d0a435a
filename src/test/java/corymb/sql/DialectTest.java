package corymb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.TextConstant;
import corymb.work.Progress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialectTest {
    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private String value(Expression expression) {
        var row = " from (select 7 as n, 0 as zero, 'Größe 🌸' as \"odd \"\" name\", null::varchar as nothing,"
                + " timestamp '2026-01-31 23:59:59' as moment)";
        return engine.table(
                        Sql.of("select ")
                                .then(Dialect.DUCKDB.compile(expression))
                                .then(" as answer" + row),
                        Progress.NONE)
                .text(0, "answer");
    }

    @Test
    void computesWithNumbersOfAnyType() {
        assertThat(value(new Arithmetic(Operator.DIVIDED_BY, new Column("n"), new NumberConstant(2))))
                .isEqualTo("3.5");
        assertThat(value(new Arithmetic(Operator.DIVIDED_BY, new Column("n"), new Column("zero"))))
                .isEmpty();
        assertThat(value(new Arithmetic(
                        Operator.TIMES,
                        new Arithmetic(Operator.MINUS, new Column("n"), new NumberConstant(0.5)),
                        new Arithmetic(Operator.PLUS, new Column("n"), new NumberConstant(3)))))
                .isEqualTo("65");
        assertThat(value(new Compare(Comparison.LESS, new Column("n"), new NumberConstant(7.4))))
                .isEqualTo("true");
    }

    @Test
    void spellsEveryFunction() {
        var name = new Column("odd \" name");
        assertThat(value(new Call(Function.LOWER_CASE, List.of(name)))).isEqualTo("größe 🌸");
        assertThat(value(new Call(Function.LENGTH, List.of(name)))).isEqualTo("7");
        assertThat(value(new Call(Function.ABSOLUTE, List.of(new NumberConstant(-2)))))
                .isEqualTo("2");
        assertThat(value(new Call(Function.DATE_OF, List.of(new Column("moment")))))
                .isEqualTo("2026-01-31");
        assertThat(value(new Call(Function.FIRST_PRESENT, List.of(new Column("nothing"), new TextConstant("x'; --")))))
                .isEqualTo("x'; --");
    }

    @Test
    void takesNoConditionsForTrueAndNoAlternativesForFalse() {
        assertThat(value(new Expression.All(List.of()))).isEqualTo("true");
        assertThat(value(new Expression.Any(List.of()))).isEqualTo("false");
        assertThat(value(new Expression.OneOf(new Column("n"), List.of()))).isEqualTo("false");
    }

    @Test
    void bindsConstantsAndQuotesNames() {
        var sql = Dialect.DUCKDB.compile(
                new Compare(Comparison.EQUAL, new Column("a\"; drop table x; --"), new TextConstant("b'; drop")));
        assertThat(sql).isEqualTo(Sql.of("(\"a\"\"; drop table x; --\" = cast(? as varchar))", "b'; drop"));
    }

    @Test
    void refusesWhatNoEngineCouldMean() {
        assertThatThrownBy(() -> new NumberConstant(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Call(Function.LENGTH, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
