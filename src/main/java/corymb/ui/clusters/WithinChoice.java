package corymb.ui.clusters;

import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** Among whom groups are looked for: all customers, or the members of a segment; away where there are no segments. */
public final class WithinChoice extends VBox {
    private static final double WIDTH = 320;

    private final ComboBox<Optional<String>> box = new FindBox<>();

    public WithinChoice() {
        getStyleClass().add("tight");
        box.setId("within-segment");
        box.setConverter(Choices.inWords(segment ->
                segment.map(name -> Texts.of("clusters.within", name)).orElse(Texts.of("clusters.withinAll"))));
        setMaxWidth(WIDTH);
        getChildren().add(OptionControls.field("clusters.among", box));
    }

    void follow(ClusterOptions options) {
        options.segments().addListener((ListChangeListener<String>) _ -> offer(options));
        offer(options);
        box.valueProperty().bindBidirectional(options.withinProperty());
        Choices.shownWhile(this, Bindings.isNotEmpty(options.segments()));
    }

    private void offer(ClusterOptions options) {
        var chosen = options.withinProperty().get();
        var choices = new ArrayList<>(List.of(Optional.<String>empty()));
        options.segments().forEach(name -> choices.add(Optional.of(name)));
        box.getItems().setAll(choices);
        box.setValue(chosen);
    }
}
