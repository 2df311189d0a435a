package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.Soundness;
import corymb.clustering.Stability.Verdict;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What groups are worth, in words. */
final class SoundnessWords {
    private SoundnessWords() {}

    /** A chip that says whether a group can be relied on; none where that is not known. */
    static Optional<Label> chip(Soundness soundness, int cluster) {
        if (!soundness.isKnown()) {
            return Optional.empty();
        }
        var verdict = soundness.stability().verdict(cluster);
        var chip = new Label(name(verdict));
        chip.getStyleClass().addAll("chip", style(verdict));
        chip.setTooltip(new Tooltip(Texts.of("clusters.stabilityMore", share(soundness, cluster))));
        return Optional.of(chip);
    }

    /** "97 %". */
    static String share(Soundness soundness, int cluster) {
        return Numbers.local().percent(soundness.stability().jaccards().get(cluster));
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case SHIP -> Texts.of("clusters.stable");
            case WATCH -> Texts.of("clusters.blurred");
            case DONT_SHIP -> Texts.of("clusters.passing");
        };
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case SHIP -> "success";
            case WATCH -> "warning";
            case DONT_SHIP -> "danger";
        };
    }

    /** Whether there are groups at all, in a sentence; empty where that is not known. */
    static String test(Soundness soundness) {
        if (!soundness.isKnown()) {
            return "";
        }
        var test = soundness.nullTest();
        return Texts.of(
                test.hasClusters() ? "clusters.noChance" : "clusters.chance",
                Numbers.local().prose(test.pValue()),
                test.allDraws());
    }
}
