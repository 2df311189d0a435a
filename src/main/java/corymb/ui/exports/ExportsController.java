package corymb.ui.exports;

import corymb.chart.Numbers;
import corymb.project.AuditEntry;
import corymb.report.Export;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
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
        var hasTables = Bindings.isNotEmpty(model.tables());
        Choices.shownWhile(missing, hasTables.not());
        Choices.shownWhile(results, hasTables);
        Choices.shownWhile(done, model.doneProperty().map(Optional::isPresent));
        Choices.shownWhile(past, model.pastProperty().map(entries -> !entries.isEmpty()));
        model.tables().addListener((ListChangeListener<TableChoice>) _ -> show());
        model.overridingProperty().addListener((_, _, _) -> show());
        model.previewProperty().subscribe(_ -> show());
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.doneProperty().subscribe(export -> export.ifPresent(this::show));
        model.pastProperty().subscribe(this::showPast);
    }

    private void show() {
        var numbers = Numbers.local();
        var counts = model.previewProperty().get();
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
    }

    private void show(Export export) {
        var numbers = Numbers.local();
        done.setTitle(Texts.of(
                "exports.done",
                numbers.count(export.rows()),
                export.plan().file().getFileName()));
        done.setSubtitle(Texts.of(
                "exports.doneFacts",
                numbers.count(export.withheldRows()),
                numbers.count(export.withheld().total())));
        checksum.setText(Texts.of("exports.checksum", export.sha256()));
    }

    private void showPast(List<AuditEntry> entries) {
        past.show(past(entries));
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
}
