package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Role;
import corymb.importing.Source;
import java.util.Comparator;
import java.util.Set;

/**
 * How much a finding harms what follows: severity, times the square root of the share of rows, times how much the journey
 * leans on what is wrong. The root because the first wrong rows cost more trust than the next as many.
 */
public final class Harm {
    private static final Set<String> KEYS = Set.of("id", "customer_id", "item_id", "email");
    private static final double WRONG_TOTALS = 10;
    private static final double WRONG_FEATURE = 3;
    private static final double GAP_IN_PROFILE = 1;
    private static final double NATURAL_GAP = 0.05;

    private Harm() {}

    /** Findings of a source, the most harmful first. */
    static Comparator<Finding> worstFirst(Source source) {
        return Comparator.comparingDouble((Finding finding) -> -of(finding, source));
    }

    /** How much a finding of a source harms; comparable between sources. */
    public static double of(Finding finding, Source source) {
        double rows = Math.max(1, (double) source.rows());
        double share = Math.min(1, (double) finding.rows() / rows);
        return weight(finding.severity()) * Math.sqrt(share) * importance(finding.check(), source);
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case NOTE -> 1;
            case WARNING -> 3;
            case ERROR -> 9;
        };
    }

    private static double importance(Check check, Source source) {
        return switch (check) {
            case Check.Rejected _, Check.RepeatedRow _, Check.RepeatedKey _, Check.SamePerson _, Check.Orphan _ ->
                WRONG_TOTALS;
            case Check.Skewed _, Check.Future _, Check.BirthDate _, Check.Shape _ -> WRONG_FEATURE;
            case Check.Unreadable _, Check.Negative _, Check.Outlier _ -> GAP_IN_PROFILE;
            case Check.OddSpelling _ -> WRONG_FEATURE;
            case Check.Misread _, Check.Blanks _ -> GAP_IN_PROFILE;
            case Check.Alike alike -> alike.isAcross() ? NATURAL_GAP : WRONG_TOTALS;
            case Check.Constant _, Check.Capitals _, Check.Unusual _, Check.UnusualDays _ -> NATURAL_GAP;
            case Check.Stated _ -> WRONG_TOTALS;
            case Check.Missing(var column) -> gap(column, source);
        };
    }

    private static double gap(String column, Source source) {
        if (isNatural(column, source)) {
            return NATURAL_GAP;
        }
        return KEYS.contains(field(column, source)) ? WRONG_FEATURE : GAP_IN_PROFILE;
    }

    /** Whether not every row has to have the column: a view has no price, most rows no further remark. */
    static boolean isNatural(String column, Source source) {
        var field = field(column, source);
        boolean isOfEvents = source.role() == Role.EVENTS || source.role() == Role.EXPOSURES;
        return field.isEmpty() || (isOfEvents && !field.equals("customer_id"));
    }

    private static String field(String column, Source source) {
        return source.columns().stream()
                .filter(imported -> imported.name().equals(column))
                .map(ImportedColumn::field)
                .findFirst()
                .orElse("");
    }
}
