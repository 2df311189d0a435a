package corymb.quality;

import corymb.importing.Batch;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.stats.DistributionShift;
import corymb.table.Field;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays an import of a source beside an earlier one: its rows, and column by column what is missing, how many values there are and how far
 * they moved.
 *
 * <p>Numbers and times are compared over the deciles of the earlier, others over its most frequent values, and only where there are few:
 * of keys and free texts nothing could be told. The rows are those that could be taken, as they stood in each file.
 *
 * <p>Cost: two passes over both imports for as many columns as fit into memory at once.
 */
public final class ComparingImports {
    /** So many values of both are sorted at once: some 300 MB. */
    private static final long MOST_VALUES = 20_000_000;

    private static final int MOST_COLUMNS = 100;

    private ComparingImports() {}

    /** The plan for an import and the one just before it. */
    public static ComparisonPlan withTheOneBefore(Source source, int number) {
        return new ComparisonPlan(source.name(), number - 1, number);
    }

    /**
     * Compares.
     *
     * @throws corymb.work.Failure when the source has no such imports, or they are the same
     */
    public static ImportComparison run(Engine engine, Source source, ComparisonPlan plan, Progress progress) {
        var after = batch(source, plan.later());
        var before = batch(source, plan.earlier());
        if (plan.earlier() == plan.later()) {
            throw new Problem(
                            "An import cannot be compared with itself.",
                            source.name() + ", import " + plan.later(),
                            "Choose two different ones.")
                    .asFailure();
        }
        var columns = columns(engine, before.data(), after.data(), progress);
        var earlier = facts(before, plan.earlier());
        var later = facts(after, plan.later());
        progress.report(1, "Compared");
        return new ImportComparison(plan, earlier, later, columns, ComparisonWords.findings(earlier, later, columns));
    }

    private static ImportFacts facts(Batch batch, int number) {
        return new ImportFacts(number, batch.fileName(), batch.at(), batch.counts());
    }

    private static Batch batch(Source source, int number) {
        if (number < 1 || number > source.batches().size()) {
            throw new Problem(
                            number == 0 ? "There is no import before the first." : "There is no import " + number + ".",
                            source.name(),
                            source.batches().size() == 1
                                    ? "The source has one import; another has to come in before there is anything to compare."
                                    : "Choose one of 1 to " + source.batches().size() + "; see corymb batches.")
                    .asFailure();
        }
        return source.batches().get(number - 1);
    }

    /** What became of each column of one relation in another, in the order of the later, those that are gone last. */
    public static List<ColumnChange> columns(Engine engine, Relation before, Relation after, Progress progress) {
        var fields = after.schema().fields();
        var shared =
                fields.stream().filter(field -> isComparable(before, field)).toList();
        var compared = new HashMap<String, ColumnChange>();
        int size = Math.clamp(MOST_VALUES / Math.max(1, before.rows() + after.rows()), 1, MOST_COLUMNS);
        for (int from = 0; from < shared.size(); from += size) {
            int to = Math.min(from + size, shared.size());
            var part = progress.between((double) from / shared.size(), (double) to / shared.size());
            part.report(0, "Comparing " + shared.get(from).name());
            new ColumnPairs(engine, before, after, shared.subList(from, to))
                    .changes(part)
                    .forEach(change -> compared.put(change.column(), change));
        }
        var gone = before.schema().fields().stream()
                .filter(field -> named(after, field.name()).isEmpty())
                .map(field -> new ColumnChange.Gone(field.name(), field.type()));
        return Stream.concat(fields.stream().map(field -> change(before, field, compared)), gone)
                .toList();
    }

    static Optional<Field> named(Relation relation, String name) {
        return relation.schema().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static boolean isComparable(Relation before, Field field) {
        return named(before, field.name()).map(Field::type).stream()
                .anyMatch(was -> was == field.type()
                        || (was.isNumeric() && field.type().isNumeric())
                        || (was.isTemporal() && field.type().isTemporal()));
    }

    private static ColumnChange change(Relation before, Field field, Map<String, ColumnChange> compared) {
        var change = compared.get(field.name());
        if (change != null) {
            return change;
        }
        return named(before, field.name())
                .<ColumnChange>map(was -> new ColumnChange.OtherType(field.name(), was.type(), field.type()))
                .orElseGet(() -> new ColumnChange.New(field.name(), field.type()));
    }

    /** Whether chance alone hardly makes a distribution move as far. */
    public static boolean isTold(DistributionShift shift) {
        return shift.stability() >= DistributionShift.MODERATE && shift.pValue() < ComparisonWords.CHANCE;
    }
}
