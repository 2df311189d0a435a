package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.feature.FeatureSummary;
import corymb.feature.Histogram;
import corymb.importing.Role;
import corymb.project.EventValues;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Figure;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.segment.Population;
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
 * @param histogram how many have which values: texts by themselves, commonest first, numbers and times in bins; without bins where
 *     nobody counted them
 * @param names what values are called that say nothing by themselves, such as the numbers of groups
 */
record FieldChoice(Field field, String label, Histogram histogram, Map<String, String> names) implements Topic {
    private static final Histogram UNCOUNTED = new Histogram(List.of());

    FieldChoice {
        names = Map.copyOf(names);
    }

    FieldChoice(Field field, String label, Histogram histogram) {
        this(field, label, histogram, Map.of());
    }

    @Override
    public Optional<FieldCondition> condition(Rule rule) {
        return FieldCondition.of(rule, field);
    }

    /** Its commonest values, commonest first; none where they are not texts. */
    List<String> values() {
        return histogram.bins().stream()
                .filter(bin -> Double.isNaN(bin.from()))
                .map(Histogram.Bin::label)
                .toList();
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
                .map(field -> switch (field.name()) {
                    case RuleWords.CLUSTER ->
                        new FieldChoice(
                                field,
                                Texts.of("segments.cluster"),
                                clusters(project),
                                RuleWords.of(project).groups());
                    case Population.SOURCES -> ofSources(field, project);
                    default ->
                        new FieldChoice(
                                field,
                                title(field.name(), words),
                                Optional.ofNullable(summaries.get(field.name()))
                                        .map(FeatureSummary::histogram)
                                        .orElse(UNCOUNTED));
                })
                .toList();
    }

    /** Who came from which source: its label names them, so that who looks for a newsletter finds it. */
    private static FieldChoice ofSources(Field field, Project project) {
        var names = project.sources(Role.CUSTOMERS).stream()
                .map(made -> made.value().name())
                .toList();
        return new FieldChoice(
                field,
                Texts.of("segments.sources", String.join(", ", names)),
                new Histogram(names.stream()
                        .map(name -> new Histogram.Bin(name, Double.NaN, Double.NaN, 0))
                        .toList()));
    }

    /** What the values among what is typed are called, one after the other; empty where they speak for themselves. */
    String named(String typed) {
        return Stream.of(typed.split(",", -1))
                .map(String::strip)
                .filter(names::containsKey)
                .map(value -> value + ": " + names.get(value))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** What can be asked of it, the likeliest first; whether something stands in a list only where values are lists. */
    List<Ask> asks() {
        if (field.name().equals(Population.SOURCES)) {
            return List.of(Ask.INCLUDES, Ask.INCLUDES_NOT, Ask.IS, Ask.IS_NOT);
        }
        boolean isList = values().stream().anyMatch(value -> value.contains(","));
        return Ask.of(field.type()).stream()
                .filter(ask -> isList || (ask != Ask.INCLUDES && ask != Ask.INCLUDES_NOT))
                .toList();
    }

    /** A field in words. */
    static String title(String field, Vocabulary words) {
        return field.equals(Population.CONFIDENCE) ? Texts.of("segments.confidence") : words.title(field);
    }

    /** What is known of each event beside its type and its customer. */
    static List<FieldChoice> ofEvents(Project project) {
        var values = EventValues.counted(project);
        var words = Vocabulary.of(project);
        return project.population().stream()
                .flatMap(population -> population.terms().events().fields().stream())
                .filter(field ->
                        !field.name().equals(Figure.TYPE) && !field.name().equals(Population.ID))
                .map(field -> new FieldChoice(
                        field,
                        words.title(field.name()),
                        new Histogram(values.getOrDefault(field.name().toLowerCase(Locale.ROOT), List.of()).stream()
                                .map(value -> new Histogram.Bin(value.value(), Double.NaN, Double.NaN, value.rows()))
                                .toList())))
                .toList();
    }

    /** What can be added up of events; hours and weekdays cannot. */
    static List<FieldChoice> amounts(Project project) {
        return ofEvents(project).stream()
                .filter(choice -> choice.field().type().isNumeric())
                .filter(choice -> project.population()
                        .filter(population ->
                                population.events().isOfTime(choice.field().name()))
                        .isEmpty())
                .toList();
    }

    /** Whether columns of events tell sessions apart. */
    static boolean tellSessions(List<FieldChoice> columns) {
        return columns.stream().anyMatch(column -> column.field().name().equals(Link.SESSION));
    }

    private static Histogram clusters(Project project) {
        return new Histogram(project.clustering().map(Made::value).stream()
                .flatMap(clustering -> clustering.clusters().stream())
                .map(cluster ->
                        new Histogram.Bin(Integer.toString(cluster.cluster()), Double.NaN, Double.NaN, cluster.size()))
                .toList());
    }

    /** The commonest values by field, for suggestions. */
    static Map<String, List<String>> topValues(List<FieldChoice> choices) {
        return Stream.of(choices)
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        choice -> choice.field().name(), FieldChoice::values, (first, _) -> first, LinkedHashMap::new));
    }
}
