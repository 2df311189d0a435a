package corymb.sql;

import corymb.table.ColumnType;
import java.util.List;

/** What an engine writes in its own way; the rest of the SQL we write is standard. */
public interface Spelling {
    /** An identifier, safe whatever it contains. */
    String name(String identifier);

    /** The type that holds such values. */
    String type(ColumnType type);

    /** A function of as many arguments as it takes. */
    Sql call(Expression.Function function, List<Sql> arguments);

    /** The one of several values, separated by commas, that stands at a place counted from 1; missing outside. */
    Sql choice(Sql place, Sql choices);

    /** Whether a value is of the type of instants. */
    Sql isInstant(Sql value);

    /** An instant as it stands, a date as the midnight of UTC that begins it; missing where a value is neither. */
    Sql asInstant(Sql value);

    /** An instant, or the midnight of a date, so many seconds later. */
    Sql later(Sql instant, Sql seconds);

    /** The condition that a text meets a pattern, both in the same case where case does not matter. */
    Sql match(Expression.Match match, Sql text, Sql pattern);
}
