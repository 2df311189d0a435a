package corymb.quality;

import corymb.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The query for rows that look alike, group after group, each with the names of the columns in which it differs. */
final class AlikeEvidence {
    private static final String SEPARATOR = "chr(31)";

    private AlikeEvidence() {}

    /** The rows with the column {@link Check.Alike#DIFFERING} at their end. */
    static Sql rows(Check.Alike check) {
        var parts = check.parts();
        var columns = parts.stream()
                .flatMap(part -> part.columns().stream())
                .distinct()
                .toList();
        boolean isAcross = parts.size() > 1;
        var all = IntStream.range(0, parts.size())
                .mapToObj(part -> rows(parts.get(part), part, columns, isAcross))
                .collect(Collectors.joining(" union all "));
        var named = check.rows().stream()
                .map(row -> "(" + row.group() + ", " + row.part() + ", " + row.place() + ")")
                .collect(Collectors.joining(", "));
        var differing = columns.stream()
                .map(column -> "case when " + Sql.name(column) + " is distinct from first_value(" + Sql.name(column)
                        + ") over alike then " + text(column) + " end")
                .collect(Collectors.joining(", "));
        return Sql.of("select " + Sql.name(name(columns, "group")) + ", "
                + (isAcross ? Sql.name(name(columns, "source")) + ", " : "") + Sql.names(columns) + ", concat_ws("
                + SEPARATOR + ", " + differing + ") as " + Sql.name(Check.Alike.DIFFERING)
                + " from (select named.number as " + Sql.name(name(columns, "group"))
                + ", rows.* from (" + all + ") as rows join (values " + named
                + ") as named(number, part, place) on rows." + own("part") + " = named.part and rows." + own("place")
                + " = named.place) window alike as (partition by " + Sql.name(name(columns, "group")) + " order by "
                + own("part") + ", " + own("place") + ") order by " + Sql.name(name(columns, "group")) + ", "
                + own("part") + ", " + own("place"));
    }

    private static String rows(Check.Part part, int number, List<String> columns, boolean isAcross) {
        var values = columns.stream()
                .map(column -> part.columns().contains(column)
                        ? isAcross
                                ? "cast(" + Sql.name(column) + " as varchar) as " + Sql.name(column)
                                : Sql.name(column)
                        : "cast(null as varchar) as " + Sql.name(column))
                .collect(Collectors.joining(", "));
        var source = isAcross ? text(part.source()) + " as " + Sql.name(name(columns, "source")) + ", " : "";
        return "select " + number + " as " + own("part") + ", row_number() over () as " + own("place") + ", " + source
                + values + " from " + Sql.name(part.relation());
    }

    /** A name that no column of a file has, as names of columns hold no control characters. */
    private static String own(String name) {
        return Sql.name(Check.Alike.DIFFERING + name);
    }

    private static String name(List<String> columns, String wanted) {
        return columns.stream().anyMatch(wanted::equalsIgnoreCase) ? wanted + "_" : wanted;
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
