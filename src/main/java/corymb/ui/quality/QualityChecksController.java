package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.ProposedChecks.Proposal;
import corymb.quality.SourceQuality;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.quality.ChecksModel.ShownCheck;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Ties what is expected of a source to its model: the checks, how they stand, and suggestions for more. */
public final class QualityChecksController {
    private final QualityModel quality;
    private final ChecksModel model;
    private final Dialogs dialogs;

    @FXML
    private Card card;

    @FXML
    private MessageBar message;

    @FXML
    private Label none;

    @FXML
    private VBox checks;

    @FXML
    private VBox suggested;

    @FXML
    private HBox suggestedHead;

    @FXML
    private Button addAll;

    public QualityChecksController(QualityModel quality, ChecksModel model, Dialogs dialogs) {
        this.quality = quality;
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        card.getActions().setAll(action("checks.suggest", model::suggest), action("checks.addOne", this::add));
        model.checksProperty().subscribe(this::show);
        // Two sources without checks hold the same ones, so that the list alone would not tell of the change.
        quality.chosenProperty().subscribe(_ -> show(model.checksProperty().get()));
        model.proposalsProperty().subscribe(this::offer);
        model.endedProperty().subscribe(ended -> ended.ifPresent(outcome -> message.show(outcome, dialogs)));
    }

    private static Button action(String key, Runnable run) {
        var button = new Button(Texts.of(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void show(List<ShownCheck> shown) {
        var source = quality.chosenProperty().get().map(SourceQuality::source).orElse("");
        long passed = shown.stream()
                .filter(one -> one.result().filter(result -> result.isPassed()).isPresent())
                .count();
        long run = shown.stream().filter(one -> one.result().isPresent()).count();
        card.setTitle(
                run == 0
                        ? Texts.of("checks.title", source)
                        : Texts.of(
                                "checks.titlePassed",
                                Numbers.local().count(passed),
                                Numbers.local().count(run),
                                source));
        none.setText(Texts.of("checks.none", source));
        Choices.show(none, shown.isEmpty());
        checks.getChildren()
                .setAll(shown.stream()
                        .map(one -> CheckRow.of(one, model, () -> edit(one)))
                        .toList());
    }

    private void offer(List<Proposal> proposals) {
        Choices.show(suggestedHead, !proposals.isEmpty());
        addAll.setText(Texts.of("checks.addAll", proposals.size()));
        suggested
                .getChildren()
                .setAll(proposals.stream()
                        .map(proposal -> CheckRow.of(proposal, () -> model.add(List.of(proposal.check()), _ -> {})))
                        .toList());
    }

    @FXML
    private void addAll() {
        var all = model.proposalsProperty().get().stream().map(Proposal::check).toList();
        model.add(all, _ -> {});
    }

    private void add() {
        model.source().ifPresent(source -> CheckSheet.add(model, source, dialogs, card));
    }

    private void edit(ShownCheck shown) {
        model.source().ifPresent(source -> CheckSheet.edit(model, source, shown.check(), dialogs, card));
    }
}
