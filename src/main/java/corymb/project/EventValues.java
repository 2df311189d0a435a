package corymb.project;

import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.importing.Role;
import corymb.quality.ColumnProfile;
import corymb.quality.ValueCount;
import corymb.rule.Figure;
import corymb.table.ColumnType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the columns of events most often, as far as the report on quality tells it. */
public final class EventValues {
    private EventValues() {}

    /** The commonest texts by column, whose names are in small letters. */
    public static Map<String, List<String>> of(Project project) {
        return counted(project).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> column.getValue().stream()
                                .map(ValueCount::value)
                                .toList()));
    }

    /** The same with how many events have each. */
    public static Map<String, List<ValueCount>> counted(Project project) {
        var sources = project.sources(Role.EVENTS).stream()
                .map(made -> made.value().name())
                .toList();
        return project.quality().stream()
                .flatMap(made -> made.value().sources().stream())
                .filter(quality -> sources.contains(quality.source()))
                .flatMap(quality -> quality.columns().stream())
                .filter(column -> column.type() == ColumnType.TEXT)
                .collect(Collectors.toMap(
                        column -> column.name().toLowerCase(Locale.ROOT), ColumnProfile::top, EventValues::together));
    }

    /** The types of events, the commonest first; empty where nobody counted them. */
    public static List<String> types(Project project) {
        return of(project).getOrDefault(Figure.TYPE, List.of());
    }

    /** The types of events to offer: those that were counted, or where nobody counted them those that features are about. */
    public static List<String> offered(Project project) {
        var counted = types(project);
        return counted.isEmpty()
                ? project.features().stream()
                        .flatMap(made -> asked(made.value().plan()))
                        .distinct()
                        .toList()
                : counted;
    }

    private static Stream<String> asked(FeaturePlan plan) {
        return Stream.concat(
                Stream.of(plan.purchaseType()),
                plan.definitions().stream()
                        .flatMap(definition -> definition instanceof FeatureDefinition.EventCount count
                                        && !count.type().equals(FeatureDefinition.ANY)
                                ? Stream.of(count.type())
                                : Stream.of()));
    }

    private static List<ValueCount> together(List<ValueCount> one, List<ValueCount> other) {
        var counts = new LinkedHashMap<String, Long>();
        Stream.concat(one.stream(), other.stream())
                .forEach(value -> counts.merge(value.value(), value.rows(), Long::sum));
        return counts.entrySet().stream()
                .map(value -> new ValueCount(value.getKey(), value.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::rows).reversed())
                .toList();
    }
}
