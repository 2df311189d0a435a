package corymb.ui.segments;

import corymb.chart.Vocabulary;
import corymb.feature.FeatureSummary;
import corymb.feature.Histogram;
import corymb.importing.Role;
import corymb.project.Made;
import corymb.project.Project;
import corymb.quality.ValueCount;
import corymb.segment.Population;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.ui.kit.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that a condition can ask about.
 *
 * @param field its name and type
 * @param label what it says in plain words
 * @param values its commonest values, commonest first; none where they are not texts
 */
record FieldChoice(Field field, String label, List<String> values) implements Topic {
    FieldChoice {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return label;
    }

    /** Every field there is to ask about; the one that names a customer last. */
    static List<FieldChoice> of(Project project) {
        var summaries = project.features().stream()
                .flatMap(made -> made.value().summaries().stream())
                .collect(Collectors.toMap(FeatureSummary::name, Function.identity()));
        var words = Vocabulary.of(project);
        return project.population().stream()
                .flatMap(population -> population.schema().fields().stream())
                .sorted(Comparator.comparing(field -> field.name().equals(Population.ID)))
                .map(field -> field.name().equals("cluster")
                        ? new FieldChoice(field, Texts.of("segments.cluster"), clusters(project))
                        : new FieldChoice(
                                field,
                                words.title(field.name()),
                                Optional.ofNullable(summaries.get(field.name())).stream()
                                        .flatMap(summary -> texts(summary).stream())
                                        .toList()))
                .toList();
    }

    private static List<String> texts(FeatureSummary summary) {
        return summary.type() == ColumnType.TEXT
                ? summary.histogram().bins().stream().map(Histogram.Bin::label).toList()
                : List.of();
    }

    private static List<String> clusters(Project project) {
        return project.clustering().map(Made::value).stream()
                .flatMap(clustering -> clustering.clusters().stream())
                .map(cluster -> Integer.toString(cluster.cluster()))
                .toList();
    }

    /** The commonest values by field, for suggestions. */
    static Map<String, List<String>> topValues(List<FieldChoice> choices) {
        return Stream.of(choices)
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        choice -> choice.field().name(), FieldChoice::values, (first, _) -> first, LinkedHashMap::new));
    }

    /** The commonest texts by column of the events, whose names are in small letters, as far as the report on quality tells them. */
    static Map<String, List<String>> eventValues(Project project) {
        var sources = project.sources(Role.EVENTS).stream()
                .map(made -> made.value().name())
                .toList();
        return project.quality().stream()
                .flatMap(made -> made.value().sources().stream())
                .filter(quality -> sources.contains(quality.source()))
                .flatMap(quality -> quality.columns().stream())
                .filter(column -> column.type() == ColumnType.TEXT)
                .collect(Collectors.toMap(
                        column -> column.name().toLowerCase(Locale.ROOT),
                        column -> column.top().stream().map(ValueCount::value).toList(),
                        FieldChoice::together));
    }

    private static List<String> together(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
