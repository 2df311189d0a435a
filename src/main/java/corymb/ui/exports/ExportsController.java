package corymb.ui.exports;

import corymb.chart.Numbers;
import corymb.project.AuditEntry;
import corymb.report.Export;
import corymb.report.ExportPlan.Format;
import corymb.report.ExportPreview;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Card;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Ties the page of exports to its model. */
public final class ExportsController {
    private final ExportsModel model;
    private final Dialogs dialogs;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private EmptyState missing;

    @FXML
    private VBox results;

    @FXML
    private ComboBox<TableChoice> table;

    @FXML
    private VBox segmentBox;

    @FXML
    private ComboBox<SegmentChoice> segment;

    @FXML
    private ComboBox<Format> format;

    @FXML
    private VBox consent;

    @FXML
    private Label noConsents;

    @FXML
    private ComboBox<String> purpose;

    @FXML
    private CheckBox overriding;

    @FXML
    private TextField reason;

    @FXML
    private StatTile leaving;

    @FXML
    private StatTile denied;

    @FXML
    private StatTile withdrawn;

    @FXML
    private StatTile unknown;

    @FXML
    private Card done;

    @FXML
    private Label checksum;

    @FXML
    private Card pastCard;

    @FXML
    private TableGrid past;

    public ExportsController(ExportsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        table.setItems(model.tables());
        segment.setItems(model.segments());
        purpose.setItems(model.purposes());
        format.getItems().setAll(Format.values());
        format.valueProperty().bindBidirectional(model.formatProperty());
        purpose.valueProperty().bindBidirectional(model.purposeProperty());
        overriding.selectedProperty().bindBidirectional(model.overridingProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        purpose.disableProperty().bind(model.overridingProperty());
        follow();
        model.tableProperty().addListener((_, _, _) -> show());
        model.segmentProperty().addListener((_, _, chosen) -> segment.setValue(chosen));
        model.overridingProperty().addListener((_, _, _) -> show());
        model.previewProperty().addListener((_, _, counts) -> show(counts));
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.doneProperty().addListener((_, _, export) -> finished(export));
        model.pastProperty().subscribe(this::showPast);
        show();
        finished(model.doneProperty().get());
    }

    /** Tells the model what was chosen; a list that is filled anew chooses nothing for a moment, which is not told. */
    private void follow() {
        table.valueProperty()
                .addListener((_, _, chosen) -> Optional.ofNullable(chosen)
                        .ifPresent(choice -> model.tableProperty().set(Optional.of(choice))));
        segment.valueProperty()
                .addListener((_, _, chosen) -> Optional.ofNullable(chosen).ifPresent(model.segmentProperty()::set));
    }

    private void show() {
        boolean hasTables = !model.tables().isEmpty();
        visible(missing, !hasTables);
        visible(results, hasTables);
        model.tableProperty().get().ifPresent(table::setValue);
        segment.setValue(model.segmentProperty().get());
        visible(segmentBox, model.isOfSegments());
        visible(consent, model.holdsConsents());
        visible(noConsents, !model.holdsConsents());
        for (var withheld : List.of(denied, withdrawn, unknown)) {
            visible(withheld, model.holdsConsents());
        }
        visible(reason, model.overridingProperty().get());
        show(model.previewProperty().get());
    }

    private void show(Optional<ExportPreview> counts) {
        var numbers = Numbers.local();
        header.setAction(
                model.tables().isEmpty()
                        ? ""
                        : counts.map(found -> Texts.of("exports.exportRows", numbers.count(found.rows())))
                                .orElse(Texts.of("exports.export")));
        header.actionDisabledProperty().set(counts.isEmpty());
        header.setState(counts.map(found -> Texts.of(
                        "exports.state",
                        numbers.count(found.rows()),
                        numbers.count(found.shown()),
                        numbers.count(found.withheldRows())))
                .orElse(model.overridingProperty().get() ? Texts.of("exports.reasonNeeded") : ""));
        leaving.setNumber(number(counts.map(ExportPreview::rows)));
        leaving.setComparison(counts.map(found -> Texts.of("exports.ofRows", numbers.count(found.shown())))
                .orElse(""));
        denied.setNumber(number(counts.map(found -> found.withheld().denied())));
        withdrawn.setNumber(number(counts.map(found -> found.withheld().withdrawn())));
        unknown.setNumber(number(counts.map(found -> found.withheld().unknown())));
    }

    private static String number(Optional<Long> value) {
        return value.map(Numbers.local()::count).orElse(Numbers.MISSING);
    }

    private void finished(Optional<Export> made) {
        visible(done, made.isPresent());
        var numbers = Numbers.local();
        made.ifPresent(export -> {
            done.setTitle(Texts.of(
                    "exports.done",
                    numbers.count(export.rows()),
                    export.plan().file().getFileName()));
            done.setSubtitle(Texts.of(
                    "exports.doneFacts",
                    numbers.count(export.withheldRows()),
                    numbers.count(export.withheld().total())));
            checksum.setText(Texts.of("exports.checksum", export.sha256()));
        });
    }

    private void showPast(List<AuditEntry> entries) {
        past.show(past(entries));
        visible(past, !entries.isEmpty());
        pastCard.setSubtitle(entries.isEmpty() ? Texts.of("exports.noneYet") : "");
    }

    private static Table past(List<AuditEntry> entries) {
        return new Table(List.of(
                new TimeColumn(
                        Texts.of("exports.when"),
                        ColumnType.TIMESTAMP,
                        entries.stream()
                                .mapToLong(entry -> ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                                .toArray()),
                new TextColumn(
                        Texts.of("exports.what"),
                        entries.stream().map(AuditEntry::detail).toList())));
    }

    @FXML
    private void export() {
        model.export();
    }

    @FXML
    private void reveal() {
        model.reveal();
    }

    @FXML
    private void copyChecksum() {
        model.copyChecksum();
    }

    @FXML
    private void goToCustomers() {
        model.go("customers");
    }

    private static void visible(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
