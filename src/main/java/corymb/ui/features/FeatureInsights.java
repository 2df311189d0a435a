package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.feature.CloseUps;
import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureCorrelations.Pair;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.feature.Histogram;
import corymb.project.FeatureDrift;
import corymb.project.ProjectFile;
import corymb.quality.ColumnChange;
import corymb.quality.ColumnChange.Moved;
import corymb.quality.ColumnFacts;
import corymb.quality.ComparingImports;
import corymb.stats.DistributionShift;
import corymb.ui.kit.Texts;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How features go together, and how they moved since they were computed before, in words.
 *
 * @param correlations empty where fewer than two features are numbers that vary
 * @param drift empty where they were not computed before
 * @param near the ranges where most customers lie, by name, of features that a few are far out in
 */
public record FeatureInsights(
        Optional<FeatureCorrelations> correlations, Optional<FeatureDrift> drift, Map<String, Histogram> near) {
    static final FeatureInsights NONE = new FeatureInsights(Optional.empty(), Optional.empty(), Map.of());

    public FeatureInsights {
        near = Map.copyOf(near);
    }

    /** A feature as its values are drawn. */
    FeatureSummary drawn(FeatureSummary summary) {
        return summary.in(near.getOrDefault(summary.name(), summary.histogram()));
    }

    private static final double SAME = 0.9;
    private static final double CLOSE = 0.7;
    private static final double CLEAR = 0.4;
    private static final int MOST_NAMED = 3;

    static FeatureInsights read(ProjectFile file, Features features, Progress progress) {
        return new FeatureInsights(
                FeatureCorrelations.of(file.engine(), features, progress.between(0, 0.5)),
                FeatureDrift.sinceTheLast(file, progress.between(0.5, 0.8)),
                CloseUps.of(file.engine(), features, progress.between(0.8, 1)));
    }

    /** What goes up and down with a feature, in words; empty of what is no number, such as a type of buyer. */
    String company(FeatureSummary summary, Vocabulary naming) {
        return summary.type().isNumeric() ? company(summary.name(), naming) : "";
    }

    private String company(String name, Vocabulary naming) {
        if (correlations
                .filter(found -> found.isCutShort() && !found.compares(name))
                .isPresent()) {
            return Texts.of("features.notCompared", FeatureCorrelations.MOST_FEATURES);
        }
        var clear = correlations.stream()
                .flatMap(found -> found.with(name).stream())
                .filter(pair -> Math.abs(pair.coefficient()) >= CLEAR)
                .limit(MOST_NAMED)
                .toList();
        var up = named(clear.stream().filter(pair -> pair.coefficient() > 0).toList(), naming);
        var down = named(clear.stream().filter(pair -> pair.coefficient() < 0).toList(), naming);
        if (up.isEmpty() && down.isEmpty()) {
            return correlations.isEmpty() ? "" : Texts.of("features.alone");
        }
        return up.isEmpty()
                ? Texts.of("features.down", down)
                : down.isEmpty() ? Texts.of("features.up", up) : Texts.of("features.upAndDown", up, down);
    }

    private static String named(List<Pair> pairs, Vocabulary naming) {
        return pairs.stream()
                .map(pair -> "“" + naming.title(pair.other()) + "” ("
                        + Numbers.local().fixed(pair.coefficient(), 2) + ")")
                .collect(Collectors.joining(", "));
    }

    /** How closely two features go together, in words. */
    static String closeness(Pair pair) {
        double size = Math.abs(pair.coefficient());
        boolean isOpposite = pair.coefficient() < 0;
        if (size >= SAME) {
            return Texts.of(isOpposite ? "features.sameOpposite" : "features.sameSame");
        }
        if (size >= CLOSE) {
            return Texts.of(isOpposite ? "features.closeOpposite" : "features.close");
        }
        return size >= CLEAR
                ? Texts.of(isOpposite ? "features.clearOpposite" : "features.clear")
                : Texts.of(isOpposite ? "features.looseOpposite" : "features.loose");
    }

    /** How a feature moved since it was computed before; empty where it was not. */
    String change(String name) {
        return drift.flatMap(found -> found.of(name)).map(this::words).orElse("");
    }

    private String words(ColumnChange change) {
        return switch (change) {
            case Moved each -> moved(each.shift()) + missing(each.before(), each.after());
            case ColumnChange.Kept each -> Texts.of("features.kept") + missing(each.before(), each.after());
            case ColumnChange.Gone _, ColumnChange.New _, ColumnChange.OtherType _ -> "";
        };
    }

    private static String moved(DistributionShift shift) {
        if (!ComparingImports.isTold(shift)) {
            return Texts.of("features.unmoved");
        }
        return Texts.of(shift.stability() < DistributionShift.LARGE ? "features.movedLittle" : "features.movedMuch");
    }

    private static String missing(ColumnFacts before, ColumnFacts after) {
        double earlier = share(before);
        double later = share(after);
        return Math.abs(later - earlier) < 0.005
                ? ""
                : " · "
                        + Texts.of(
                                "features.missingMoved",
                                Numbers.local().percent(earlier),
                                Numbers.local().percent(later));
    }

    private static double share(ColumnFacts facts) {
        return facts.rows() == 0 ? 0 : (double) facts.missing() / facts.rows();
    }

    /** The population stability index of a feature since it was computed before. */
    OptionalDouble shift(String name) {
        return drift.flatMap(found -> found.of(name)).stream()
                .filter(Moved.class::isInstance)
                .mapToDouble(change -> ((Moved) change).shift().stability())
                .findFirst();
    }
}
