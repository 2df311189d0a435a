package corymb.repair;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups the values of a column that are likely spellings of the same.
 *
 * <p>Cost: of the methods by key linear in the number of different values; of the edit distance see {@link EditNeighbours}.
 */
public final class Spellings {
    private static final int MOST_VALUES = 200_000;
    private static final int SHORT = 4;
    private static final int MIDDLING = 8;
    private static final Comparator<CountedText> USUAL_FIRST =
            Comparator.comparingLong((CountedText value) -> -value.rows()).thenComparing(CountedText::text);

    private Spellings() {}

    private static List<String> texts(Relation rows) {
        return rows.schema().fields().stream()
                .filter(field -> field.type() == ColumnType.TEXT)
                .map(Field::name)
                .toList();
    }

    /**
     * The groups of a column's values, those of most rows first.
     *
     * @param kept values that were decided to stay as they are
     * @throws corymb.work.Failure when the column is not there or has too many different values
     */
    public static List<ValueCluster> find(
            Engine engine, Relation rows, SpellingPlan plan, Set<String> kept, Progress progress) {
        var column = rows.schema().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(plan.column()) && field.type() == ColumnType.TEXT)
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "There is no column of texts of that name.",
                                plan.column(),
                                NearName.remedy(plan.column(), texts(rows)))
                        .asFailure());
        var name = Sql.name(column.name());
        var values = new ArrayList<CountedText>();
        engine.forEachRow(
                Sql.of("select " + name + ", count(*) from " + rows.quoted() + " where " + name
                        + " is not null group by 1 limit " + (MOST_VALUES + 1)),
                row -> values.add(new CountedText(String.valueOf(row.get(0)), (Long) row.get(1))),
                progress.between(0, 0.5));
        if (values.size() > MOST_VALUES) {
            throw new Problem(
                            "The column has more than %,d different values.".formatted(MOST_VALUES),
                            column.name(),
                            "Choose one that holds categories, such as a city or a brand.")
                    .asFailure();
        }
        values.removeIf(value -> kept.contains(value.text()));
        return of(values, plan, progress.between(0.5, 1));
    }

    /** The groups of values, those of most rows first. */
    static List<ValueCluster> of(List<CountedText> values, SpellingPlan plan, Progress progress) {
        var groups = plan.method() == SpellingPlan.Method.LEVENSHTEIN
                ? byEdits(values, plan.size(), progress)
                : byKey(values, plan);
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group ->
                        new ValueCluster(group.stream().sorted(USUAL_FIRST).toList()))
                .sorted(Comparator.comparingLong((ValueCluster cluster) -> -rows(cluster))
                        .thenComparing(ValueCluster::usual))
                .toList();
    }

    private static long rows(ValueCluster cluster) {
        return cluster.values().stream().mapToLong(CountedText::rows).sum();
    }

    private static List<List<CountedText>> byKey(List<CountedText> values, SpellingPlan plan) {
        Map<String, List<CountedText>> groups = values.stream()
                .collect(Collectors.groupingBy(
                        value -> key(value.text(), plan), LinkedHashMap::new, Collectors.toList()));
        groups.remove("");
        return List.copyOf(groups.values());
    }

    private static String key(String text, SpellingPlan plan) {
        return switch (plan.method()) {
            case FINGERPRINT, LEVENSHTEIN -> ValueKeys.fingerprint(text);
            case NGRAM -> ValueKeys.ngrams(text, plan.size());
            case PHONETIC -> ValueKeys.metaphone(text);
            case COLOGNE -> ValueKeys.cologne(text);
        };
    }

    /** Each value joins the most frequent one within reach that joined no other itself, so that no chain leads far away. */
    private static List<List<CountedText>> byEdits(List<CountedText> values, int edits, Progress progress) {
        Map<String, List<CountedText>> alike = values.stream()
                .sorted(USUAL_FIRST)
                .collect(Collectors.groupingBy(
                        value -> ValueKeys.plain(value.text()), LinkedHashMap::new, Collectors.toList()));
        alike.remove("");
        var neighbours = new EditNeighbours(List.copyOf(alike.keySet()), edits);
        var taken = new HashSet<String>();
        var groups = new ArrayList<List<CountedText>>();
        int done = 0;
        for (var entry : alike.entrySet()) {
            progress.report((double) done++ / alike.size(), "Comparing values");
            if (!taken.add(entry.getKey())) {
                continue;
            }
            var group = new ArrayList<>(entry.getValue());
            for (var other : neighbours.of(entry.getKey())) {
                if (isWithin(entry.getKey(), other, edits) && taken.add(other)) {
                    group.addAll(alike.getOrDefault(other, List.of()));
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** Short words that differ are different words: below four letters none may differ, below eight one. */
    private static boolean isWithin(String one, String other, int edits) {
        int length = Math.min(one.length(), other.length());
        int most = length < SHORT ? 0 : length < MIDDLING ? 1 : edits;
        return EditNeighbours.distance(one, other, most) <= most
                && ValueKeys.digits(one).equals(ValueKeys.digits(other));
    }
}
