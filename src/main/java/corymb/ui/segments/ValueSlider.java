package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.feature.Histogram;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many customers have which numbers, and where among them a condition cuts, to be moved. */
final class ValueSlider extends VBox {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 24;
    private static final double STEPS = 100;

    private final List<Histogram.Bin> bins;
    private final HBox bars = new HBox();
    private final Slider low;
    private final Slider high;
    private boolean isShowing;

    /**
     * Begins without a cut.
     *
     * @param histogram at least one bin of numbers
     * @param isWhole whether only whole numbers make sense
     * @param whenLow hears the lower bound, or the only one, that is moved to
     * @param whenHigh hears the upper bound of two
     */
    ValueSlider(Histogram histogram, boolean isWhole, DoubleConsumer whenLow, DoubleConsumer whenHigh) {
        bins = histogram.bins();
        low = slider(isWhole, whenLow, "segments.value");
        high = slider(isWhole, whenHigh, "segments.upperValue");
        double most = bins.stream().mapToLong(Histogram.Bin::count).max().orElse(1);
        bins.forEach(bin -> bars.getChildren().add(bar(bin, most)));
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HEIGHT);
        bars.setMaxHeight(HEIGHT);
        bars.getStyleClass().add("value-bars");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().addAll(bars, low, high);
    }

    /** Shows where a condition cuts; ends that are open are infinite. */
    void show(double from, double to, boolean hasTwo) {
        isShowing = true;
        Choices.show(high, hasTwo);
        boolean isOpen = Double.isInfinite(from) && Double.isInfinite(to);
        low.setValue(Double.isInfinite(from) && !isOpen ? to : from);
        high.setValue(to);
        isShowing = false;
        for (int i = 0; i < bins.size(); i++) {
            var bin = bins.get(i);
            var styles = bars.getChildren().get(i).getStyleClass();
            styles.remove("chosen");
            if (bin.to() > from && bin.from() <= to) {
                styles.add("chosen");
            }
        }
    }

    private Slider slider(boolean isWhole, DoubleConsumer whenMoved, String key) {
        double from = bins.getFirst().from();
        double to = bins.getLast().to();
        var slider = new Slider(from, Math.max(to, Math.nextUp(from)), from);
        double step = step(to - from, isWhole);
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(step);
        slider.setAccessibleText(Texts.of(key));
        slider.valueProperty().addListener((_, _, value) -> {
            if (!isShowing) {
                whenMoved.accept(rounded(value.doubleValue(), step));
            }
        });
        return slider;
    }

    /** A power of ten that takes about a hundred steps or more from one end to the other. */
    private static double step(double range, boolean isWhole) {
        double step = range > 0 ? Math.pow(10, Math.floor(Math.log10(range / STEPS))) : 1;
        return isWhole ? Math.max(1, step) : step;
    }

    private static double rounded(double value, double step) {
        return BigDecimal.valueOf(step)
                .multiply(BigDecimal.valueOf(Math.round(value / step)))
                .doubleValue();
    }

    private static Region bar(Histogram.Bin bin, double most) {
        var bar = new Region();
        bar.getStyleClass().add("value-bar");
        // By the root, or nothing would be seen beside the many who have little.
        double height = bin.count() == 0 ? 0 : Math.max(1, HEIGHT * Math.sqrt(bin.count() / most));
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Tooltip.install(
                bar,
                new Tooltip(
                        Texts.of("segments.binTip", bin.label(), Numbers.local().count(bin.count()))));
        return bar;
    }
}
