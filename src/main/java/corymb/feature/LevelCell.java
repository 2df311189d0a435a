package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Expression.Value;
import corymb.sql.Relation;
import corymb.sql.Sql;

/**
 * A whole number that the engine gives of an event: its own, or that of the level of a column.
 *
 * @param value of which column, or which number
 * @param levels the table whose rows are the values; empty where they are numbers themselves
 * @param bits how many its number takes
 * @param zero the number that stands for 0 there
 */
record LevelCell(Value value, String levels, int bits, int zero) {
    static LevelCell of(Value value, Relation levels) {
        return new LevelCell(value, levels.quoted(), EventCells.bits(levels.rows()), 0);
    }

    static LevelCell ofNumbers(Value number, int bits, int zero) {
        return new LevelCell(number, "", bits, zero);
    }

    boolean isNumber() {
        return levels.isEmpty();
    }

    /** A number from 1, or 0 where there is none. */
    Sql number(EventCells.Field field) {
        var number = isNumber()
                ? Sql.of("(cast(")
                        .then(Dialect.DUCKDB.compile(value))
                        .then(" as bigint) + " + zero + ") << " + field.shift())
                : Sql.of(named(field) + ".place");
        return Sql.of("coalesce(").then(number).then(", 0)");
    }

    Sql joined(EventCells.Field field) {
        return isNumber()
                ? Sql.of("")
                : Sql.of(" left join " + placed("level", levels, field) + named(field) + " on " + named(field)
                                + ".level = ")
                        .then(Dialect.DUCKDB.compile(value));
    }

    private static String named(EventCells.Field field) {
        return "levels_" + field.word() + "_" + field.shift();
    }

    /** The rows of a table with their numbers from 1, where the bits for them are. */
    static String placed(String column, String table, EventCells.Field field) {
        return "(select " + column + ", (rowid + 1) << " + field.shift() + " as place from " + table + ") as ";
    }
}
