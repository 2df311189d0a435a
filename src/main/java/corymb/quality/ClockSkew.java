package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds clocks of a source that were set to different time zones: in half of the rows or more, one column of times lies the same
 * number of half hours behind another.
 *
 * <p>Cost: two passes over each pair of the first five columns of times.
 */
record ClockSkew(Engine engine, Source source, Progress progress) {
    /** So far two clocks of the same zone may be apart, and what takes place between two readings. */
    static final int TOLERANCE_SECONDS = 90;

    private static final int MOST_COLUMNS = 5;
    private static final double HALF_HOUR = 1_800;
    /** From the Line Islands to Baker Island. */
    private static final double LARGEST = 26 * 3_600;

    private static final double MOST_ROWS = 0.5;

    List<Check> checks() {
        var columns = source.columns().stream()
                .filter(column -> column.type() == ColumnType.TIMESTAMP)
                .limit(MOST_COLUMNS)
                .map(ImportedColumn::name)
                .toList();
        var checks = new ArrayList<Check>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                skew(columns.get(i), columns.get(j)).ifPresent(checks::add);
            }
        }
        return checks;
    }

    private Optional<Check> skew(String column, String other) {
        var both = " from " + source.data().quoted() + " where isfinite(" + Sql.name(column) + ") and isfinite("
                + Sql.name(other) + ")";
        double usual = engine.number(Sql.of("select median(" + seconds(column, other) + ")" + both), progress);
        double shift = Math.rint(usual / HALF_HOUR) * HALF_HOUR;
        if (shift == 0 || Math.abs(shift) > LARGEST || Math.abs(usual - shift) > TOLERANCE_SECONDS) {
            return Optional.empty();
        }
        var check = new Check.Skewed(column, other, Math.round(shift / 60));
        double share = engine.number(
                Sql.of("select avg(case when " + condition(check) + " then 1 else 0 end)" + both), progress);
        return share < MOST_ROWS ? Optional.empty() : Optional.of(check);
    }

    private static String seconds(String column, String other) {
        return "epoch(" + Sql.name(other) + ") - epoch(" + Sql.name(column) + ")";
    }

    /** The condition under which a row shows the skew. */
    static String condition(Check.Skewed check) {
        return "(isfinite(" + Sql.name(check.column()) + ") and isfinite(" + Sql.name(check.other()) + ") and abs("
                + seconds(check.column(), check.other()) + " - " + check.minutes() * 60 + ") <= " + TOLERANCE_SECONDS
                + ")";
    }
}
