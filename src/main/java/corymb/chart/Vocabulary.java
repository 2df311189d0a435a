package corymb.chart;

import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.project.Headings;
import corymb.project.Made;
import corymb.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of features, and of the numbers made of them, in plain words.
 *
 * @param words by the name of the feature's column
 */
public record Vocabulary(Map<String, Word> words) {
    private static final int MOST_LETTERS = 24;

    public Vocabulary {
        words = Map.copyOf(words);
    }

    /**
     * One feature in words.
     *
     * @param title what it is called
     * @param brief the same in few letters
     * @param sentence what it means
     * @param unit what it is counted in; may be empty
     */
    public record Word(String title, String brief, String sentence, String unit) {}

    /** The words of the features that a project has now. */
    public static Vocabulary of(Project project) {
        return of(project.features().map(Made::value), Headings.of(project));
    }

    /** The words of some features; without features every column goes by its name. */
    public static Vocabulary of(Optional<Features> features) {
        return of(features, Headings.NONE);
    }

    private static Vocabulary of(Optional<Features> features, Headings headings) {
        return features.map(found -> of(found, headings)).orElseGet(() -> new Vocabulary(Map.of()));
    }

    private static Vocabulary of(Features features, Headings headings) {
        var spoken = new FeatureWords(features.plan().purchaseType(), headings);
        var units = features.summaries().stream().collect(Collectors.toMap(FeatureSummary::name, FeatureSummary::unit));
        return new Vocabulary(features.plan().definitions().stream()
                .collect(Collectors.toMap(
                        FeatureDefinition::name,
                        definition -> new Word(
                                spoken.title(definition),
                                spoken.brief(definition),
                                spoken.sentence(definition),
                                units.getOrDefault(definition.name(), definition.unit())))));
    }

    /** What a column is called: "Country: DE" for country=DE; of a column that is no feature's, its name as people say it. */
    public String title(String column) {
        return named(column, Word::title);
    }

    /** What columns are called, one after the other. */
    public String titles(List<String> columns) {
        return columns.stream().map(this::title).collect(Collectors.joining(", "));
    }

    /** The same, short enough to stand over a column of a chart or a table. */
    public String brief(String column) {
        var name = named(column, Word::brief);
        return name.length() <= MOST_LETTERS
                ? name
                : name.substring(0, MOST_LETTERS - 1).strip() + "…";
    }

    /** What it is called, in the midst of a sentence. */
    public String inSentence(String column) {
        var title = title(column);
        boolean isAbbreviation = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return isAbbreviation ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** All of that of a column. */
    public Word word(String column) {
        return new Word(title(column), brief(column), sentence(column), unit(column));
    }

    /** What it means; empty where nobody says. */
    public String sentence(String column) {
        return find(column).map(Word::sentence).orElse("");
    }

    /** What it is counted in; empty where that is not known. */
    public String unit(String column) {
        return find(column).map(Word::unit).orElse("");
    }

    /** What stands beside an axis of its values: what it is called, and the unit where that does not say it. */
    public String measured(String column) {
        return measured(title(column), unit(column));
    }

    /** The same of what is called so, in that unit; "value" is none. */
    public static String measured(String title, String unit) {
        boolean isSaid = unit.equals("value") || title.toLowerCase(Locale.ROOT).contains(unit);
        return isSaid ? title : title + ", " + unit;
    }

    /** The name of the feature that is called so. */
    public Optional<String> named(String title) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().title().equals(title))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The text that a column is 1 for one value of, 0 for the others: country for country=DE. */
    Optional<String> text(String column) {
        int level = column.indexOf('=');
        return level < 1 || words.containsKey(column) ? Optional.empty() : Optional.of(column.substring(0, level));
    }

    private String named(String column, Function<Word, String> form) {
        int level = column.indexOf('=');
        return find(column)
                .map(form)
                .orElseGet(() -> level < 1
                        ? Headings.spoken(column)
                        : named(column.substring(0, level), form) + ": "
                                + ListValues.inWords(column.substring(level + 1)));
    }

    private Optional<Word> find(String column) {
        return Optional.ofNullable(words.get(column));
    }
}
