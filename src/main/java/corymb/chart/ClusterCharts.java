package corymb.chart;

import corymb.clustering.Candidate;
import corymb.clustering.Choice;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.Elbow;
import corymb.clustering.Measure;
import corymb.table.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of the groups that were found, and of how many there should be. */
public final class ClusterCharts {
    private ClusterCharts() {}

    public static ChartSpec sizes(Clustering clustering) {
        var marks = clustering.clusters().stream()
                .map(group -> new ChartSpec.Mark(
                        Integer.toString(group.cluster()), group.name(), group.size(), group.cluster()))
                .toList();
        var share = Numbers.local()
                .percent(clustering.clusters().stream()
                        .mapToDouble(group -> group.share().value())
                        .max()
                        .orElse(0));
        var caption = new Caption(
                "The largest group holds %s of %s".formatted(share, among(clustering)), "Customers by group");
        return new ChartSpec.RankedBars(caption, Axis.of("Customers"), marks);
    }

    /** Whom the groups were looked for among. */
    private static String among(Clustering clustering) {
        return clustering
                .plan()
                .within()
                .map(segment -> "all in “" + segment + "”")
                .orElse("all customers");
    }

    /** How far the centre of each group lies from the mean of all customers; its rows are the groups' names. */
    public static ChartSpec centres(Clustering clustering, Vocabulary words) {
        var features = clustering.describedColumns();
        var groups = clustering.described();
        var deviations = groups.stream()
                .flatMap(group -> group.deviation().stream())
                .mapToDouble(deviation -> Math.rint(deviation * 100) / 100);
        var notes = groups.stream()
                .flatMap(group -> IntStream.range(0, features.size())
                        .mapToObj(at -> Trait.of(clustering, group, at, words).note()))
                .toList();
        return new ChartSpec.HeatMap(
                new Caption(
                        centresFinding(clustering, words),
                        "Mean of each group, in standard deviations from the mean of " + among(clustering)),
                groups.stream().map(ClusterProfile::name).toList(),
                new Matrix(features.stream().map(words::brief).toList(), deviations.toArray()),
                ChartSpec.Scale.DIVERGING,
                notes);
    }

    static String centresFinding(Clustering clustering, Vocabulary words) {
        if (clustering.clusters().size() == 1) {
            return "There is one group alone, and nothing to tell it from";
        }
        var features = clustering.describedColumns();
        var telling = IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -spread(clustering, at)))
                // A text that has two values differs in both: it is named once.
                .map(at -> words.text(features.get(at)).orElse(features.get(at)))
                .distinct()
                .limit(2)
                .toList();
        return telling.size() == 1
                ? "“%s” tells the groups apart".formatted(words.title(telling.getFirst()))
                : "The groups differ most in %s and %s"
                        .formatted(words.inSentence(telling.getFirst()), words.inSentence(telling.getLast()));
    }

    /** The part of a feature's variance that lies between the groups. */
    private static double spread(Clustering clustering, int feature) {
        return clustering.described().stream()
                .mapToDouble(group ->
                        group.share().value() * Math.pow(group.deviation().get(feature), 2))
                .sum();
    }

    public static ChartSpec silhouette(List<Candidate> tried, int chosen) {
        int best = Choice.furthestApart(tried).clusters();
        var finding = best == chosen
                ? "%d groups separate the customers best".formatted(best)
                : "%d groups would separate the customers better than %d".formatted(best, chosen);
        return line(
                new Caption(finding, "Mean silhouette: 1 is apart, 0 is mixed"),
                "Mean silhouette",
                tried,
                Candidate::silhouette,
                chosen);
    }

    /** What each number costs: of mixtures their information criterion, by which it is chosen, else the inertia. */
    public static ChartSpec costs(List<Candidate> tried, int chosen) {
        return tried.stream().allMatch(each -> each.score(Measure.BIC).isPresent())
                ? information(tried, chosen)
                : inertia(tried, chosen);
    }

    private static ChartSpec information(List<Candidate> tried, int chosen) {
        int best = Choice.of(tried).clusters();
        var finding = best == chosen
                ? "%d groups say the most for what they take to describe".formatted(best)
                : "%d groups would say more than %d for what they take to describe".formatted(best, chosen);
        return line(
                new Caption(finding, "Information criterion of the mixtures (BIC): less is better"),
                "BIC",
                tried,
                each -> each.score(Measure.BIC).orElse(Double.NaN),
                chosen);
    }

    public static ChartSpec inertia(List<Candidate> tried, int chosen) {
        var elbow = Elbow.of(tried);
        var finding = elbow.isPresent()
                ? "Beyond %d groups more of them help little".formatted(elbow.getAsInt())
                : "Every further group helps a little: there is no elbow";
        return line(
                new Caption(finding, "Inertia: squared distance of customers to the centre of their group"),
                "Inertia",
                tried,
                Candidate::inertia,
                elbow.orElse(chosen));
    }

    private static ChartSpec line(
            Caption caption, String measure, List<Candidate> tried, ToDoubleFunction<Candidate> value, int chosen) {
        var points = tried.stream()
                .map(candidate -> new ChartSpec.Point(candidate.clusters(), value.applyAsDouble(candidate)))
                .toList();
        return new ChartSpec.Lines(
                caption,
                Axis.of("Number of groups"),
                Axis.of(measure),
                List.of(new ChartSpec.Series(measure, Palette.ACCENT, points)),
                List.of((double) chosen));
    }
}
