package corymb.ui.desk;

import corymb.settings.Settings;
import corymb.ui.kit.Command;
import corymb.ui.kit.CommandPalette;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.JobsBar;
import corymb.ui.kit.Overlay;
import corymb.ui.kit.RunningJob;
import corymb.ui.kit.StepRail;
import corymb.ui.kit.Texts;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Ties the frame of the window to its model. */
public final class DeskController {
    private static final double INSPECTOR_FROM = 1180;
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final DeskModel model;
    private final Function<String, Node> pages;
    private final InspectorSide side;
    private final ObservableList<RunningJob> running;
    private final Map<String, Node> opened = new HashMap<>();

    @FXML
    private Overlay root;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox left;

    @FXML
    private MenuButton project;

    @FXML
    private StepRail rail;

    @FXML
    private MenuButton theme;

    @FXML
    private ScrollPane scroll;

    @FXML
    private StackPane page;

    @FXML
    private Button details;

    @FXML
    private StackPane drawer;

    @FXML
    private JobsBar jobsBar;

    /**
     * Prepares the frame.
     *
     * @param pages gives the page of a step; asked once for each
     */
    public DeskController(
            DeskModel model, Function<String, Node> pages, InspectorSide side, ObservableList<RunningJob> running) {
        this.model = model;
        this.pages = pages;
        this.side = side;
        this.running = running;
    }

    @FXML
    private void initialize() {
        rail.show(model.steps(), model);
        rail.selectedProperty().bind(model.pageProperty());
        var hasSteps = Bindings.isNotEmpty(model.steps());
        left.visibleProperty().bind(hasSteps);
        left.managedProperty().bind(hasSteps);
        jobsBar.show(running);
        jobsBar.noteProperty().bind(model.noteProperty());
        project.textProperty().bind(model.projectNameProperty());
        var whole = new Tooltip();
        whole.textProperty().bind(model.projectNameProperty());
        project.setTooltip(whole);
        project.setOnShowing(_ -> fillProjectMenu());
        fillProjectMenu();
        fillThemeMenu();
        model.pageProperty().addListener((_, _, step) -> open(step));
        side.belongTo(root);
        side.shownProperty().addListener((_, _, _) -> showSide());
        side.askedForProperty().addListener((_, _, _) -> showSide());
        details.setOnAction(_ -> side.askedForProperty().set(true));
        showSide();
        root.widthProperty().addListener((_, _, _) -> showSide());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        root.setOnDragOver(this::dragged);
        root.setOnDragExited(_ -> root.pseudoClassStateChanged(DROPPING, false));
        root.setOnDragDropped(this::dropped);
        open(model.pageProperty().get());
    }

    @FXML
    private void showPalette() {
        new CommandPalette(model.commands()).showOver(root);
    }

    private void open(String step) {
        side.close();
        model.pageCommands().clear();
        if (!step.isEmpty()) {
            page.getChildren().setAll(opened.computeIfAbsent(step, pages));
            scroll.setVvalue(0);
        }
    }

    /** In a narrow window the panel waits behind a button, and floats over the page when it is asked for. */
    private void showSide() {
        var shown = side.shownProperty().get();
        boolean hasRoom = root.getWidth() >= INSPECTOR_FROM;
        boolean floats =
                !hasRoom && shown.isPresent() && side.askedForProperty().get();
        drawer.getChildren().clear();
        frame.setRight(hasRoom ? shown.orElse(null) : null);
        if (floats) {
            drawer.getChildren().setAll(shown.orElseThrow());
        }
        details.setVisible(!hasRoom && shown.isPresent() && !floats);
        details.setText(Texts.of("desk.details", shown.map(Inspector::getTitle).orElse("")));
    }

    private void fillProjectMenu() {
        project.getItems().clear();
        for (var command : model.commands()) {
            if (!command.name().startsWith(Texts.of("desk.goTo", ""))) {
                project.getItems().add(item(command));
            }
        }
        var recent = new Menu(Texts.of("desk.recent"));
        for (var file : model.settingsProperty().get().recentProjects()) {
            var item = new MenuItem(String.valueOf(file.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.openRecent(file));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
        project.getItems().addAll(2, java.util.List.of(recent, new SeparatorMenuItem()));
    }

    private void fillThemeMenu() {
        for (var choice : Settings.ThemeChoice.values()) {
            var name = switch (choice) {
                case LIGHT -> Texts.of("desk.light");
                case DARK -> Texts.of("desk.dark");
                case SYSTEM -> Texts.of("desk.system");
            };
            var item = new MenuItem(name);
            item.setOnAction(_ -> model.chooseTheme(choice));
            theme.getItems().add(item);
        }
        var preferences = new MenuItem(Texts.of("desk.preferences"));
        preferences.setAccelerator(KeyCombination.valueOf("Shortcut+Comma"));
        preferences.setOnAction(_ -> model.go(Page.PREFERENCES.id()));
        theme.getItems().addAll(new SeparatorMenuItem(), preferences);
        theme.setGraphic(Icons.of("fth-sun"));
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.name());
        item.setOnAction(_ -> command.action().run());
        if (!command.keys().isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(command.keys()));
        }
        return item;
    }

    private void keyPressed(KeyEvent event) {
        var keys =
                new PageKeys(page, Page.EXPORTS.id().equals(model.pageProperty().get()));
        if (root.isCovered() || keys.belongToText(event)) {
            return;
        }
        if (keys.use(event)) {
            event.consume();
            return;
        }
        if (KeyCombination.valueOf("Shortcut+K").match(event)) {
            event.consume();
            showPalette();
            return;
        }
        model.commands().stream()
                .filter(command -> !command.keys().isEmpty())
                .filter(command -> KeyCombination.valueOf(command.keys()).match(event))
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.action().run();
                });
    }

    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !drawer.getChildren().isEmpty()) {
            event.consume();
            side.askedForProperty().set(false);
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            root.pseudoClassStateChanged(DROPPING, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        model.filesDropped(files.stream().map(File::toPath).toList());
    }
}
