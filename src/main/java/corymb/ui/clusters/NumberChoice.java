package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.Candidate;
import corymb.clustering.Choice;
import corymb.clustering.Elbow;
import corymb.clustering.GapStatistic;
import corymb.clustering.Measure;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How many groups: what each measure says, which is shown, and a click to take the other or any number that was tried. */
public final class NumberChoice extends VBox {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");

    private final Columns advised = new Columns();
    private final FlowPane others = new FlowPane(4, 4);

    public NumberChoice() {
        getStyleClass().add("group");
        advised.setColumnWidth(300);
        var label = new Label(Texts.of("clusters.tryAnother"));
        label.getStyleClass().add("muted");
        var another = new VBox(label, others);
        another.getStyleClass().add("tight");
        getChildren().addAll(advised, another);
    }

    /** Shows the numbers that were tried; {@code choose} hears of another one that is wanted. */
    void show(List<Candidate> tried, GapStatistic gap, int chosen, IntConsumer choose) {
        advised.getChildren()
                .setAll(advice(tried, gap, chosen).stream()
                        .map(advice -> card(advice, chosen, choose))
                        .toList());
        others.getChildren()
                .setAll(tried.stream()
                        .map(candidate -> number(candidate, chosen, choose))
                        .toList());
    }

    /** A number of groups and why one would take it. */
    record Advice(int clusters, String why) {}

    /** What the measures say, and the number that is shown where it is none of theirs. */
    static List<Advice> advice(List<Candidate> tried, GapStatistic gap, int chosen) {
        var advice = new ArrayList<>(advice(tried));
        gap.clusters().ifPresent(clusters -> {
            if (advice.stream().noneMatch(one -> one.clusters() == clusters) && isTried(tried, clusters)) {
                advice.add(new Advice(clusters, Texts.of("clusters.adviceGap", silhouette(tried, clusters))));
            }
        });
        if (advice.stream().noneMatch(one -> one.clusters() == chosen)) {
            advice.add(new Advice(chosen, Texts.of("clusters.adviceAsked", silhouette(tried, chosen))));
        }
        return advice;
    }

    private static boolean isTried(List<Candidate> tried, int clusters) {
        return tried.stream().anyMatch(candidate -> candidate.clusters() == clusters);
    }

    private static List<Advice> advice(List<Candidate> tried) {
        int best = Choice.of(tried).clusters();
        int elbow = Elbow.of(tried).orElse(best);
        var advice = new ArrayList<Advice>();
        if (tried.size() > 1 && tried.getFirst().score(Measure.BIC).isPresent()) {
            int apart = Choice.furthestApart(tried).clusters();
            advice.add(new Advice(best, Texts.of("clusters.adviceInformation", silhouette(tried, best))));
            if (apart != best) {
                advice.add(new Advice(apart, Texts.of("clusters.adviceApart", silhouette(tried, apart))));
            }
        } else if (tried.size() == 1) {
            advice.add(new Advice(best, Texts.of("clusters.adviceOnly", silhouette(tried, best))));
        } else if (best == elbow) {
            advice.add(new Advice(best, Texts.of("clusters.adviceBoth", silhouette(tried, best))));
        } else {
            boolean isBestFewer = best < elbow;
            advice.add(new Advice(
                    best,
                    Texts.of(
                            isBestFewer ? "clusters.adviceBest" : "clusters.adviceBestFine", silhouette(tried, best))));
            advice.add(new Advice(
                    elbow,
                    Texts.of(
                            isBestFewer ? "clusters.adviceElbow" : "clusters.adviceElbowFew",
                            silhouette(tried, elbow))));
        }
        return advice;
    }

    /** "silhouette 0.50, clearly separated". */
    private static String silhouette(List<Candidate> tried, int clusters) {
        double silhouette = tried.stream()
                .filter(candidate -> candidate.clusters() == clusters)
                .mapToDouble(Candidate::silhouette)
                .findFirst()
                .orElse(Double.NaN);
        return Texts.of("clusters.adviceSilhouette", Numbers.local().prose(silhouette), Choice.separation(silhouette));
    }

    private static Node card(Advice advice, int chosen, IntConsumer choose) {
        boolean isShown = advice.clusters() == chosen;
        var title = new Label(Texts.of(isShown ? "clusters.adviceShown" : "clusters.adviceTake", advice.clusters()));
        title.getStyleClass().add("strong");
        var why = new Label(advice.why());
        why.setWrapText(true);
        why.setMinWidth(0);
        var words = new VBox(title, why);
        words.getStyleClass().add("group-words");
        var card = new Button();
        card.getStyleClass().setAll("group-card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setGraphic(words);
        card.setAccessibleText(title.getText() + ". " + advice.why());
        card.pseudoClassStateChanged(OPENED, isShown);
        card.setOnAction(_ -> take(advice.clusters(), chosen, choose));
        return card;
    }

    private static void take(int wanted, int chosen, IntConsumer choose) {
        if (wanted != chosen) {
            choose.accept(wanted);
        }
    }

    private static Node number(Candidate candidate, int chosen, IntConsumer choose) {
        int clusters = candidate.clusters();
        var button = new ToggleButton(Integer.toString(clusters));
        button.getStyleClass().add("small");
        button.setSelected(clusters == chosen);
        button.setAccessibleText(Texts.of("clusters.adviceTake", clusters));
        button.setOnAction(_ -> {
            button.setSelected(clusters == chosen);
            take(clusters, chosen, choose);
        });
        return button;
    }
}
