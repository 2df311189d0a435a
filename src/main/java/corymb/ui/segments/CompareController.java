package corymb.ui.segments;

import corymb.chart.ContrastWords;
import corymb.segment.Contrast;
import corymb.segment.Contrast.Pair;
import corymb.segment.ContrastPlan.Correction;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the comparison of segments to the model. */
public final class CompareController {
    private final CompareModel model;
    private final Dialogs dialogs;

    @FXML
    private MessageBar compareMessage;

    @FXML
    private FlowPane compareSegments;

    @FXML
    private CheckBox rest;

    @FXML
    private ComboBox<Correction> correction;

    @FXML
    private ComboBox<Pair> pair;

    @FXML
    private ComparedOn comparedOn;

    @FXML
    private Label compared;

    @FXML
    private VBox differences;

    @FXML
    private Card meansCard;

    @FXML
    private Card sharesCard;

    @FXML
    private ChartPane means;

    @FXML
    private ChartPane shares;

    @FXML
    private TableGrid table;

    public CompareController(CompareModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        model.namesProperty().subscribe(_ -> showNames());
        comparedOn.follow(model);
        rest.selectedProperty().bindBidirectional(model.restProperty());
        Choices.offer(
                correction,
                List.of(Correction.values()),
                model.correctionProperty(),
                value -> Texts.of("compare.correction." + value.name().toLowerCase(Locale.ROOT)));
        pair.setConverter(Choices.inWords(ContrastWords::compared));
        pair.valueProperty()
                .addListener((_, _, wanted) -> Optional.ofNullable(wanted)
                        .ifPresent(two -> model.pairProperty().set(Optional.of(two))));
        model.contrastProperty().subscribe(this::offerPairs);
        model.pairProperty().subscribe(_ -> show());
        model.outcomeProperty().addListener((_, _, outcome) -> compareMessage.show(outcome, dialogs));
        Choices.shownWhile(differences, model.pairProperty().map(Optional::isPresent));
    }

    private void showNames() {
        compareSegments
                .getChildren()
                .setAll(model.namesProperty().get().stream().map(this::segment).toList());
    }

    private ToggleButton segment(String name) {
        var button = new ToggleButton(name);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setSelected(model.chosenProperty().get().contains(name));
        button.setOnAction(_ -> model.choose(name, button.isSelected()));
        return button;
    }

    private void offerPairs(Optional<Contrast> found) {
        var pairs = found.map(Contrast::pairs).orElse(List.of());
        pair.getItems().setAll(pairs);
        Choices.show(pair, pairs.size() > 1);
        if (!pairs.isEmpty()) {
            pair.setValue(pairs.getFirst());
        }
    }

    private void show() {
        compared.setText(model.compared());
        Choices.show(meansCard, model.means().isPresent());
        Choices.show(sharesCard, model.shares().isPresent());
        model.means().ifPresent(means::setSpec);
        model.shares().ifPresent(shares::setSpec);
        table.show(model.table());
    }
}
