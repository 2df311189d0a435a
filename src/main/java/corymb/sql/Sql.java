package corymb.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * A piece of SQL with the values bound to its question marks, in order.
 *
 * <p>Values are always bound and names always quoted by {@link #name}: no string from a file or a person becomes SQL.
 */
public record Sql(String text, List<Object> parameters) {
    public Sql {
        parameters = List.copyOf(parameters);
    }

    public static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    /** An identifier in double quotes, safe whatever it contains. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"").replace("\0", "") + '"';
    }

    /** Identifiers in double quotes, separated by commas. */
    public static String names(Collection<String> identifiers) {
        var joined = new StringJoiner(", ");
        identifiers.forEach(identifier -> joined.add(name(identifier)));
        return joined.toString();
    }

    public Sql then(Sql next) {
        var all = new ArrayList<>(parameters);
        all.addAll(next.parameters);
        return new Sql(text + next.text, all);
    }

    public Sql then(String more, Object... values) {
        return then(of(more, values));
    }

    public static Sql join(String separator, List<Sql> pieces) {
        var text = new StringJoiner(separator);
        var values = new ArrayList<>();
        for (var piece : pieces) {
            text.add(piece.text);
            values.addAll(piece.parameters);
        }
        return new Sql(text.toString(), values);
    }
}
