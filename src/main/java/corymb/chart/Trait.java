package corymb.chart;

import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one feature is in a group, against all customers.
 *
 * @param feature its name in words
 * @param unit such as "days"; empty when it has none that says anything
 * @param mean of the group
 * @param usual the mean of all customers
 * @param deviation how far apart they are, in standard deviations
 */
public record Trait(String feature, String unit, double mean, double usual, double deviation) {
    private static final int MOST_LETTERS = 24;
    private static final List<String> SPOKEN = List.of("days", "years", "purchases", "events");

    /** Every feature of the group, the most telling first. */
    public static List<Trait> of(Clustering clustering, ClusterProfile group, Map<String, String> units) {
        var features = clustering.columns();
        return IntStream.range(0, features.size())
                .mapToObj(at -> of(
                        features.get(at),
                        units,
                        group.centre().get(at),
                        usual(clustering, at),
                        group.deviation().get(at)))
                .sorted(Comparator.comparingDouble(trait -> -Math.abs(trait.deviation())))
                .toList();
    }

    /** One column of the numbers, in words. */
    public static Trait of(String column, Map<String, String> units, double mean, double usual, double deviation) {
        var unit = units.getOrDefault(column, "");
        return new Trait(inWords(column), SPOKEN.contains(unit) ? unit : "", mean, usual, deviation);
    }

    private static double usual(Clustering clustering, int feature) {
        return clustering.clusters().stream()
                .mapToDouble(group -> group.share().value() * group.centre().get(feature))
                .sum();
    }

    /** A column's name as people say it: "recency" for recency_days. */
    public static String inWords(String column) {
        return column.replaceAll("_(days|years)$", "").replace('_', ' ');
    }

    /** The same, short enough to stand over a column of a chart. */
    public static String brief(String column) {
        var words = inWords(column);
        return words.length() <= MOST_LETTERS
                ? words
                : words.substring(0, MOST_LETTERS - 1).strip() + "…";
    }

    /** "12.3 purchases, usually 3.1". */
    public String text() {
        var numbers = Numbers.local();
        var value = numbers.prose(mean) + (unit.isEmpty() ? "" : " " + unit);
        return "%s, usually %s".formatted(value, numbers.prose(usual));
    }

    /** The whole of it, for a tooltip. */
    String note() {
        var distance = Numbers.local().prose(Math.abs(deviation));
        return text() + "\n"
                + "%s standard deviations %s all customers".formatted(distance, deviation < 0 ? "below" : "above");
    }
}
