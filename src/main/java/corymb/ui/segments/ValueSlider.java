package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.feature.Histogram;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many customers have which numbers, and where among them a condition cuts, to be moved. */
final class ValueSlider extends VBox {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 24;

    /** Half a knob of the slider at either end. */
    private static final double END = 6;

    private final List<Histogram.Bin> bins;
    private final ValueScale scale;
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
        scale = ValueScale.of(histogram, isWhole);
        low = slider(whenLow, "segments.value");
        high = slider(whenHigh, "segments.upperValue");
        double most = bins.stream().mapToLong(Histogram.Bin::count).max().orElse(1);
        bins.forEach(bin -> bars.getChildren().add(bar(bin, most)));
        bars.setAlignment(Pos.BOTTOM_LEFT);
        // Or twenty bars would be rounded up to more than there is room for.
        bars.setSnapToPixel(false);
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
        low.setValue(scale.place(Double.isInfinite(from) && !isOpen ? to : from));
        high.setValue(scale.place(to));
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

    private Slider slider(DoubleConsumer whenMoved, String key) {
        var slider = new Steps(whenMoved);
        slider.getStyleClass().add("small");
        slider.setAccessibleText(Texts.of(key));
        var numbers = Numbers.local();
        slider.setTooltip(new Tooltip(Texts.of(
                scale.power() > 1 ? "segments.sliderUneven" : "segments.slider",
                numbers.exact(scale.from()),
                numbers.exact(scale.to()))));
        slider.valueProperty().addListener((_, _, place) -> {
            if (!isShowing) {
                whenMoved.accept(scale.number(place.doubleValue()));
            }
        });
        return slider;
    }

    /** A slider from 0 to 1 that keys move from one round number to the next. */
    private final class Steps extends Slider {
        private final DoubleConsumer whenMoved;

        Steps(DoubleConsumer whenMoved) {
            super(0, 1, 0);
            this.whenMoved = whenMoved;
        }

        @Override
        public void increment() {
            whenMoved.accept(scale.next(getValue(), 1));
        }

        @Override
        public void decrement() {
            whenMoved.accept(scale.next(getValue(), -1));
        }
    }

    private Region bar(Histogram.Bin bin, double most) {
        var bar = new Region();
        bar.getStyleClass().add("value-bar");
        // By the root, or nothing would be seen beside the many who have little.
        double height = bin.count() == 0 ? 0 : Math.max(1, HEIGHT * Math.sqrt(bin.count() / most));
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        double width = (WIDTH - 2 * END) * (scale.place(bin.to()) - scale.place(bin.from()));
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        Tooltip.install(
                bar,
                new Tooltip(
                        Texts.of("segments.binTip", bin.label(), Numbers.local().count(bin.count()))));
        return bar;
    }
}
