package corymb.chart;

import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.stats.Scaling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What one feature is in a group, against all customers.
 *
 * @param column the feature's column
 * @param feature its name in words
 * @param unit such as "days"; empty when it has none that the name does not say
 * @param mean of the group
 * @param usual the mean of all customers
 * @param deviation how far apart they are, in standard deviations
 */
public record Trait(String column, String feature, String unit, double mean, double usual, double deviation) {
    /** Groups whose means are closer tell no mean of all. */
    private static final double LEAST_WIDTH = 1e-6;

    private static final String SHARE = "%";

    /** The number stays on the line of its word. */
    private static final String USUALLY = "%s, usually\u00A0%s";

    private static final List<String> SPOKEN = List.of("days", "years", "purchases", "events");

    /** Every feature of the group, the most telling first; of a text with two values the one that more than usual have. */
    public static List<Trait> of(Clustering clustering, ClusterProfile group, Vocabulary words) {
        var columns = clustering.describedColumns();
        var described = clustering.described().get(group.cluster());
        return IntStream.range(0, columns.size())
                .mapToObj(at -> of(clustering, described, at, words))
                .filter(trait -> !trait.isSaidByTheOther(columns, words))
                .sorted(Comparator.comparingDouble(trait -> -Math.abs(trait.deviation())))
                .toList();
    }

    private boolean isSaidByTheOther(List<String> columns, Vocabulary words) {
        var text = words.text(column);
        boolean isOneOfTwo = text.isPresent()
                && columns.stream()
                                .filter(other -> words.text(other).equals(text))
                                .count()
                        == 2;
        return isOneOfTwo && mean < usual;
    }

    /** @param group as it is described to a person */
    static Trait of(Clustering clustering, ClusterProfile group, int at, Vocabulary words) {
        return of(
                clustering.describedColumns().get(at),
                words,
                group.centre().get(at),
                usual(clustering, at),
                group.deviation().get(at));
    }

    /** One column of the numbers, in words. */
    public static Trait of(String column, Vocabulary words, double mean, double usual, double deviation) {
        var title = words.title(column);
        var unit = words.unit(column);
        boolean isNews =
                SPOKEN.contains(unit) && !title.toLowerCase(Locale.ROOT).contains(unit);
        var told = words.text(column).isPresent() ? SHARE : isNews ? unit : "";
        return new Trait(column, title, told, mean, usual, deviation);
    }

    /** The mean of all customers, those in no group included: where the deviation of a group would be 0. */
    static double usual(Clustering clustering, int feature) {
        if (!clustering.plain().isNone()) {
            return clustering.plain().usual().get(feature);
        }
        var byDeviation = clustering.clusters().stream()
                .sorted(Comparator.comparingDouble(group -> group.deviation().get(feature)))
                .toList();
        var low = byDeviation.getFirst();
        var high = byDeviation.getLast();
        double width = high.deviation().get(feature) - low.deviation().get(feature);
        if (width < LEAST_WIDTH) {
            var frame = clustering.frame();
            boolean isMean = clustering.plan().scaling() == Scaling.STANDARD && frame.isKept();
            return isMean ? frame.shift().get(feature) : low.centre().get(feature);
        }
        double slope = (high.centre().get(feature) - low.centre().get(feature)) / width;
        return low.centre().get(feature) - low.deviation().get(feature) * slope;
    }

    /** "12.3 purchases, usually 3.1", or "66 %, usually 56 %" of who has the value of a text. */
    public String text() {
        var numbers = Numbers.local();
        if (unit.equals(SHARE)) {
            return USUALLY.formatted(numbers.percent(mean), numbers.percent(usual));
        }
        var value = numbers.prose(mean) + (unit.isEmpty() ? "" : " " + unit);
        return USUALLY.formatted(value, numbers.prose(usual));
    }

    /** The whole of it, for a tooltip. */
    String note() {
        var distance = Numbers.local().prose(Math.abs(deviation));
        return text() + "\n"
                + "%s standard deviations %s the mean of all".formatted(distance, deviation < 0 ? "below" : "above");
    }
}
