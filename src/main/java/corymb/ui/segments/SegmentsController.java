package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Ties the page of segments to its model: its head, and which of its parts are there. */
public final class SegmentsController {
    private final SegmentsModel model;
    private final SegmentWizard wizard;
    private final SegmentsMenu menu;
    private final Dialogs dialogs;
    private final BooleanProperty hasSegments = new SimpleBooleanProperty();
    private final BooleanProperty canDefine = new SimpleBooleanProperty();

    @FXML
    private VBox page;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar staleNote;

    @FXML
    private MessageBar alarmNote;

    @FXML
    private EmptyState missing;

    @FXML
    private Node overview;

    @FXML
    private Node editor;

    @FXML
    private Node details;

    @FXML
    private Node moves;

    SegmentsController(SegmentsModel model, SegmentWizard wizard, SegmentsMenu menu, Dialogs dialogs) {
        this.model = model;
        this.wizard = wizard;
        this.menu = menu;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(missing, hasSegments.not());
        Choices.shownWhile(overview, hasSegments);
        Choices.shownWhile(details, hasSegments);
        Choices.shownWhile(editor, canDefine);
        Choices.keepEnter(page);
        model.segmentsProperty().subscribe(_ -> show());
        model.compositionsProperty().subscribe(_ -> showAlarms());
        menu.whenRefreshed(outcome -> message.show(outcome, dialogs));
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.whenRemoved(
                name -> Toast.show(page, Texts.of("segments.removed", name), Texts.of("segments.undo"), model::undo));
    }

    private void show() {
        int count = model.segmentsProperty().get().size();
        hasSegments.set(count > 0);
        canDefine.set(model.hasFeatures());
        var population = Numbers.local().count(model.population());
        header.setAction(canDefine.get() ? Texts.of("segments.new") : "");
        header.setState(
                switch (count) {
                    case 0 -> Texts.of("segments.stateNone");
                    case 1 -> Texts.of("segments.stateOne", population);
                    default -> Texts.of("segments.stateLine", count, population);
                });
        header.getItems().setAll(menu.items(page, outcome -> message.show(outcome, dialogs)));
        if (!hasSegments.get()) {
            missing.setTitle(Texts.of(canDefine.get() ? "segments.emptyTitle" : "segments.missingTitle"));
            missing.setText(Texts.of(canDefine.get() ? "segments.emptyText" : "segments.missingText"));
            missing.setAction(Texts.of(canDefine.get() ? "segments.new" : "segments.toFeatures"));
        }
        showStale();
        showAlarms();
    }

    private void showAlarms() {
        var alarms = model.alarms();
        if (alarms.isEmpty()) {
            alarmNote.hide();
        } else {
            var first = alarms.keySet().iterator().next();
            alarmNote.show(
                    MessageBar.Kind.WARNING,
                    alarms.size() == 1
                            ? Texts.of("segments.alarm.one")
                            : Texts.of("segments.alarm.several", Numbers.local().count(alarms.size())),
                    Alarms.lines(alarms),
                    Texts.of("segments.alarm.look"),
                    () -> {
                        model.choose(first);
                        Scrolling.whenShown(moves);
                    });
        }
    }

    private void showStale() {
        if (model.stale().isEmpty()) {
            staleNote.hide();
        } else if (model.areFeaturesStale()) {
            staleNote.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("segments.featuresStale"),
                    Texts.of("segments.toFeatures"),
                    () -> model.go("features"));
        } else {
            staleNote.show(MessageBar.Kind.WARNING, model.whatChanged(), Texts.of("stale.refresh"), model::refresh);
        }
    }

    @FXML
    private void create() {
        if (canDefine.get()) {
            wizard.open(page, model::choose);
        } else {
            model.go("features");
        }
    }
}
