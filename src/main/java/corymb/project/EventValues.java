package corymb.project;

import corymb.importing.Role;
import corymb.quality.ValueCount;
import corymb.rule.Figure;
import corymb.table.ColumnType;
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
                        EventValues::together));
    }

    /** The types of events, the commonest first; empty where nobody counted them. */
    public static List<String> types(Project project) {
        return of(project).getOrDefault(Figure.TYPE, List.of());
    }

    private static List<String> together(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
