package corymb.project;

import corymb.importing.ColumnPlan;
import corymb.importing.Target;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What files call the columns of profiles where that says more than the column's name: "Annual Income (k$)" tells a unit that
 * annual_income_k does not.
 *
 * @param titles by the profile's column
 */
public record Headings(Map<String, String> titles) {
    public static final Headings NONE = new Headings(Map.of());

    private static final Pattern WITH_UNIT = Pattern.compile("[^(\\[]*\\p{L}[^(\\[]*[(\\[][^()\\[\\]]+[)\\]]\\s*");
    private static final Pattern UNIT = Pattern.compile("\\s*[(\\[].*");
    private static final Pattern WORD_AFTER_THE_FIRST = Pattern.compile("(?<=[\\s_])\\p{Lu}\\p{Ll}+");

    public Headings {
        titles = Map.copyOf(titles);
    }

    /** Where several files bring the same column, the first. */
    public static Headings of(Project project) {
        return new Headings(project.sources().stream()
                .map(Made::value)
                .flatMap(source -> source.plan().columns().stream())
                .filter(column -> column.target() instanceof Target.Attribute
                        && WITH_UNIT.matcher(column.column()).matches())
                .collect(Collectors.toMap(Headings::attribute, column -> said(column.column()), (first, _) -> first)));
    }

    private static String attribute(ColumnPlan column) {
        return column.target() instanceof Target.Attribute(var name) ? name : "";
    }

    /** As one would write it in a sentence; what stands in brackets stays as it is. */
    private static String said(String heading) {
        int bracket = Math.max(heading.indexOf('('), heading.indexOf('['));
        var words = WORD_AFTER_THE_FIRST
                .matcher(heading.substring(0, bracket))
                .replaceAll((MatchResult found) -> found.group().toLowerCase(Locale.ROOT));
        return spoken(words) + " " + heading.substring(bracket).strip();
    }

    /** A column's name as people would say it. */
    public static String spoken(String name) {
        var words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What the column is called. */
    public String title(String column) {
        return titles.getOrDefault(column, spoken(column));
    }

    /** The titles without the units, by the profile's column: how people say it when they speak of much or little. */
    Map<String, String> plain() {
        return titles.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        title -> UNIT.matcher(title.getValue()).replaceAll("").toLowerCase(Locale.ROOT)));
    }
}
