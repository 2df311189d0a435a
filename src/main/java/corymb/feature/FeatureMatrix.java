package corymb.feature;

import corymb.preparation.Preparation;
import corymb.preparation.PreparationPlan;
import corymb.rule.Terms;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Features as a matrix of numbers without gaps, for clustering and models.
 *
 * <p>Truth is 1 and 0, a date is its days since 1970. By the usual preparation a text has one column for each of its 12 commonest
 * levels and one for all others, a missing number is the median of the others, and a missing text is 0 in all columns of that text.
 *
 * @param values one row a customer
 * @param given the features as they stand
 * @param customerIds whose row it is, ascending
 * @param preparation what was done to the features, and learnt for it
 * @param encodings how each column came about, in column order; empty where the preparation is not the usual one
 */
public record FeatureMatrix(
        Matrix values, Table given, List<String> customerIds, Preparation preparation, List<Encoding> encodings) {
    private static final int MOST_COLUMNS = 12;
    private static final double READING = 0.3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> NO_MEASURE =
            Stream.concat(Stream.of("postcode", "zip"), Terms.CODES.stream()).collect(Collectors.toUnmodifiableSet());

    public FeatureMatrix {
        customerIds = List.copyOf(customerIds);
        encodings = List.copyOf(encodings);
    }

    /** The chosen features in the usual way. */
    public static FeatureMatrix of(Engine engine, Relation features, List<String> columns, Progress progress) {
        return of(engine, features, columns, PreparationPlan.USUAL, progress);
    }

    /**
     * The chosen features by a plan, which learns from them.
     *
     * @throws corymb.work.Failure when a column is not there or has no values, there are no rows, or the plan does not fit
     */
    public static FeatureMatrix of(
            Engine engine, Relation features, List<String> columns, PreparationPlan plan, Progress progress) {
        var table = table(engine, features, columns, progress.between(0, READING));
        var prepared = Preparation.prepare(plan, withoutIds(table), progress.between(READING, 1));
        return of(table, prepared.preparation(), prepared.matrix());
    }

    /**
     * The chosen features by what was learnt of others.
     *
     * @throws corymb.work.Failure when a column is not there or of another kind now, or there are no rows
     */
    public static FeatureMatrix of(
            Engine engine, Relation features, List<String> columns, Preparation learnt, Progress progress) {
        var table = table(engine, features, columns, progress);
        return of(table, learnt, learnt.apply(withoutIds(table)));
    }

    /**
     * The numbers of one feature, in the order of customers that matrices have.
     *
     * @throws corymb.work.Failure when it is not there or holds no numbers
     */
    public static NumberColumn numbers(Engine engine, Relation features, String column, Progress progress) {
        if (table(engine, features, List.of(column), progress).column(column) instanceof NumberColumn numbers) {
            return numbers;
        }
        throw new Problem("The feature “" + column + "” holds no numbers.", "features", "Choose one that does.")
                .asFailure();
    }

    private static FeatureMatrix of(Table table, Preparation preparation, Matrix values) {
        var given = withoutIds(table);
        var encodings = preparation.plan().isUsual() ? Encoding.of(preparation, given) : List.<Encoding>of();
        return new FeatureMatrix(values, given, ids(table), preparation, encodings);
    }

    /** The features in units of their own, in the usual way, where this is another: what was found in these numbers is told by them. */
    public Optional<Matrix> plain(Progress progress) {
        return preparation.plan().isUsual()
                ? Optional.empty()
                : Optional.of(Preparation.prepare(PreparationPlan.USUAL, given, progress)
                        .matrix());
    }

    private static Table withoutIds(Table table) {
        return new Table(table.columns().subList(1, table.columns().size()));
    }

    /**
     * The chosen features as they stand, after the customer's id, in its order.
     *
     * @throws corymb.work.Failure when a column is not there, or when there are no rows
     */
    private static Table table(Engine engine, Relation features, List<String> columns, Progress progress) {
        require(features, columns);
        var query =
                "select customer_id, " + Sql.names(columns) + " from " + features.quoted() + " order by customer_id";
        var table = engine.table(Sql.of(query), progress);
        progress.check();
        return table;
    }

    private static List<String> ids(Table table) {
        var ids = table.column("customer_id");
        return IntStream.range(0, ids.size()).mapToObj(ids::text).toList();
    }

    /**
     * Tells why a column of the customers is no feature, where one of these is not.
     *
     * @param profiles the customers' own columns
     * @throws corymb.work.Failure when a name is that of such a column
     */
    public static void requireOffered(Relation features, Relation profiles, List<String> names) {
        for (var name : names) {
            if (!features.schema().has(name) && profiles.schema().has(name)) {
                throw new Problem(
                                "“" + name + "” is a column of the customers but no feature: "
                                        + StandardPlan.reasonLeftOut(name) + ".",
                                "features",
                                "Choose another, or define it as a feature of its own: {\"kind\": \"attribute\", \"column\": \""
                                        + name + "\"} (corymb features --define).")
                        .asFailure();
            }
        }
    }

    private static void require(Relation features, List<String> columns) {
        if (columns.isEmpty()) {
            throw new Problem("No feature is chosen.", "features", "Choose at least one.").asFailure();
        }
        if (features.rows() == 0) {
            throw new Problem("There are no customers.", "features", "Import customers or events first.").asFailure();
        }
        for (var column : columns) {
            if (column.equals("customer_id") || !features.schema().has(column)) {
                throw new Problem(
                                "There is no feature \"" + column + "\".",
                                "",
                                NearName.remedy(
                                        column,
                                        features.schema().names().stream()
                                                .filter(name -> !name.equals("customer_id"))
                                                .toList()))
                        .asFailure();
            }
        }
    }

    /** The features to look for groups in when nobody says which: numbers that differ and are no codes, known for at least half of all customers. */
    public static List<String> suitable(Features features) {
        return IntStream.range(0, features.summaries().size())
                .filter(place -> isMeasure(features.plan().definitions().get(place)))
                .filter(place -> !isCode(features.plan().definitions().get(place)))
                .mapToObj(place -> features.summaries().get(place))
                .filter(summary -> summary.type().isNumeric()
                        && summary.minimum() < summary.maximum()
                        && summary.missing() * 2 <= features.table().rows())
                .map(FeatureSummary::name)
                .limit(MOST_COLUMNS)
                .toList();
    }

    /** The same with the categories there are, texts of so few values that all of them are told, for methods that compare both. */
    public static List<String> suitableMixed(Features features) {
        var categories = IntStream.range(0, features.summaries().size())
                .filter(place -> isMeasure(features.plan().definitions().get(place)))
                .mapToObj(place -> features.summaries().get(place))
                .filter(summary -> isCategory(summary)
                        && summary.missing() * 2 <= features.table().rows())
                .map(FeatureSummary::name);
        return Stream.concat(suitable(features).stream(), categories)
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static boolean isCategory(FeatureSummary summary) {
        int values = summary.histogram().bins().size();
        return (summary.type() == ColumnType.TEXT || summary.type() == ColumnType.BOOLEAN)
                && values > 1
                && values < Histogram.MOST_VALUES;
    }

    /** Of features that say the same in several ways, such as counts over several periods, only one. */
    private static boolean isMeasure(FeatureDefinition definition) {
        return switch (definition) {
            case FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.Tenure _,
                    FeatureDefinition.Age _,
                    FeatureDefinition.AttributeOf _ -> true;
            case FeatureDefinition.EventCount count -> count.type().equals(FeatureDefinition.ANY) && count.days() == 90;
            case FeatureDefinition.RfmScore _, FeatureDefinition.ValueSum _, EventFeature _, Foretold _, RfmFeature _ ->
                false;
        };
    }

    /** Whether numbers of an attribute are likely to name kinds or places; as texts they are categories like others. */
    private static boolean isCode(FeatureDefinition definition) {
        return definition instanceof FeatureDefinition.AttributeOf attribute
                && BETWEEN_WORDS
                        .splitAsStream(attribute.column().toLowerCase(Locale.ROOT))
                        .anyMatch(NO_MEASURE::contains);
    }
}
