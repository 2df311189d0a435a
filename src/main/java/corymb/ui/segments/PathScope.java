package corymb.ui.segments;

import corymb.rule.Window;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Of whom, and of those who began when, a funnel or cohorts are. */
public final class PathScope extends FlowPane {
    /**
     * What is asked for.
     *
     * @param segment whose members; empty for everybody
     * @param days on which they begin; empty for all
     */
    record Asked(Optional<String> segment, Optional<Window.Between> days) {}

    private static final double GAP = 8;
    private static final double DAY_WIDTH = 130;

    private final ComboBox<Optional<String>> segment = new FindBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    public PathScope() {
        setHgap(GAP);
        setVgap(GAP);
        setAlignment(Pos.CENTER_LEFT);
        segment.setConverter(Choices.inWords(name -> name.orElse(Texts.of("paths.everybody"))));
        segment.setAccessibleText(Texts.of("paths.of"));
        day(from, "paths.from");
        day(to, "paths.to");
        getChildren().addAll(together("paths.of", segment), together("paths.from", from), together("paths.to", to));
        offer(List.of());
    }

    /** A box and the word before it, which are not parted where there is little room. */
    private static HBox together(String word, Node box) {
        var both = new HBox(corymb.ui.segments.Asked.word(Texts.of(word)), box);
        both.getStyleClass().add("near");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static void day(DatePicker picker, String key) {
        picker.setPrefWidth(DAY_WIDTH);
        picker.setPromptText(Texts.of("paths.anyDay"));
        picker.setAccessibleText(Texts.of(key));
    }

    /** Offers segments and keeps the chosen one where it is still there. */
    void offer(List<String> segments) {
        var chosen =
                Optional.ofNullable(segment.getValue()).flatMap(name -> name).filter(segments::contains);
        segment.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                segments.stream().map(Optional::of))
                        .toList());
        segment.setValue(chosen);
    }

    /** Puts what is asked for. */
    void fill(Asked asked) {
        segment.setValue(asked.segment());
        from.setValue(asked.days().map(Window.Between::from).orElse(null));
        to.setValue(asked.days().map(Window.Between::to).orElse(null));
    }

    /** What is asked for; days count where both are chosen, whichever is the first. */
    Asked asked() {
        var days = Optional.ofNullable(from.getValue())
                .flatMap(one -> Optional.ofNullable(to.getValue())
                        .map(other ->
                                other.isBefore(one) ? new Window.Between(other, one) : new Window.Between(one, other)));
        return new Asked(segment.getValue(), days);
    }
}
