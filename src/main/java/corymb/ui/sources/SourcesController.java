package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Origin;
import corymb.importing.Source;
import corymb.project.Made;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.FrameByFrame;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.session.StaleNote;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** Ties the page of sources to its model. */
public final class SourcesController {
    private final SourcesModel model;
    private final Dialogs dialogs;
    private final SourceInspector inspector;
    private final Navigator navigator;
    private final FrameByFrame showing = new FrameByFrame();

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar staleNote;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox filled;

    @FXML
    private TableGrid sources;

    @FXML
    private Card rowsCard;

    @FXML
    private TableGrid rows;

    @FXML
    private Card rejectsCard;

    @FXML
    private TableGrid rejects;

    public SourcesController(SourcesModel model, Dialogs dialogs, InspectorSide side, Navigator navigator) {
        this.model = model;
        this.dialogs = dialogs;
        this.inspector = new SourceInspector(side, model);
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        header.getItems().addAll(PlaceSheet.items(header, model::fetching, this::importFetched));
        model.sourcesProperty().subscribe(table -> {
            sources.show(table);
            Choices.show(empty, table.rowCount() == 0);
            Choices.show(filled, table.rowCount() > 0);
        });
        sources.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> {
                    model.choose(chosen.text(Texts.of("sources.name")));
                    model.chosenProperty().get().map(Made::value).ifPresent(inspector::show);
                }));
        model.chosenProperty().subscribe(this::showRows);
        StaleNote.follow(staleNote, model.staleProperty(), model::lookUpAnew);
        rejects.onExportProperty().set(model::exportRejects);
        model.exportedProperty().addListener((_, _, file) -> file.ifPresent(this::tellExported));
        model.recipes().savedProperty().addListener((_, _, file) -> file.ifPresent(this::tellExported));
        model.recipes().problemProperty().addListener((_, _, what) -> what.ifPresent(message::show));
        model.endedProperty().subscribe(ended -> ended.ifPresent(outcome -> message.show(outcome, dialogs)));
    }

    private void tellExported(Path file) {
        Toast.show(
                header,
                Texts.of("sources.rejectsExported", file.getFileName()),
                Texts.of("sources.show"),
                () -> dialogs.reveal(file));
    }

    /** One table a frame: the styles and cells of all at once would hold the window up. */
    private void showRows(Optional<Made<Source>> chosen) {
        chosen.map(Made::value).ifPresent(inspector::refresh);
        showing.begin(List.of(() -> showRejects(chosen), () -> showTaken(chosen)));
    }

    private void showTaken(Optional<Made<Source>> chosen) {
        chosen.map(Made::value)
                .ifPresent(source -> rowsCard.setTitle(Texts.of(
                        "sources.rowsOf", source.name(), Numbers.local().count(source.accepted()))));
        model.rows().ifPresent(rows::show);
    }

    private void showRejects(Optional<Made<Source>> chosen) {
        chosen.map(Made::value)
                .ifPresent(source -> rejectsCard.setTitle(
                        Texts.of("sources.rejectsOf", Numbers.local().count(source.rejected()))));
        model.rejects().ifPresent(rejects::show);
        Choices.show(rejectsCard, model.rejects().isPresent());
    }

    @FXML
    private void importFiles() {
        importFiles(model.chooseFiles());
    }

    /** Opens the import wizard for each of these files, one after the other. */
    public void importFiles(List<Path> files) {
        message.hide();
        new ImportQueue(files, queue -> ask(queue, Origin.FILES), left -> tellLeft(files.size(), left)).goOn();
    }

    private void importFetched(Path file, Origin origin) {
        message.hide();
        new ImportQueue(List.of(file), queue -> ask(queue, origin), _ -> {}).goOn();
    }

    private void ask(ImportQueue queue, Origin origin) {
        queue.file()
                .ifPresent(file -> new ImportWizard(model.importing(file, origin), queue, () -> navigator.go("quality"))
                        .showOver(header));
    }

    /** A single file that was not taken in needs no words. */
    private void tellLeft(int all, List<Path> left) {
        if (all > 1 && !left.isEmpty()) {
            var names =
                    left.stream().map(Path::getFileName).map(String::valueOf).collect(Collectors.joining(", "));
            message.show(
                    MessageBar.Kind.INFO,
                    Texts.of("sources.left", all - left.size(), all, names),
                    Texts.of("sources.importLeft"),
                    () -> importFiles(left));
        }
    }
}
