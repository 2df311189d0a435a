package corymb.ui.desk;

import corymb.ui.kit.CommandPalette;
import corymb.ui.kit.FileDrop;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.JobsBar;
import corymb.ui.kit.Overlay;
import corymb.ui.kit.RunningJob;
import corymb.ui.kit.StepRail;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Ties the frame of the window to its model. */
public final class DeskController {
    private static final double INSPECTOR_FROM = 1180;
    private static final double RAIL_NAMES_FROM = 640;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

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
    private ProjectMenu project;

    @FXML
    private StepRail rail;

    @FXML
    private Button search;

    @FXML
    private ThemeMenu theme;

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
        project.follow(model);
        theme.follow(model);
        model.pageProperty().addListener((_, _, step) -> open(step));
        side.belongTo(root);
        var inspector = new InspectorPlace(side, frame, drawer, details);
        inspector.escapeIn(root);
        fit(inspector);
        root.widthProperty().addListener((_, _, _) -> fit(inspector));
        model.settingsProperty().addListener((_, _, _) -> fit(inspector));
        DeskKeys.listen(model, root, page);
        FileDrop.onto(root, model::filesDropped);
        open(model.pageProperty().get());
    }

    @FXML
    private void showPalette() {
        new CommandPalette(model.commandsProperty()).showOver(root);
    }

    private void open(String step) {
        side.close();
        model.pageCommands().clear();
        if (!step.isEmpty()) {
            page.getChildren().setAll(opened.computeIfAbsent(step, pages));
            scroll.setVvalue(0);
        }
    }

    private void fit(InspectorPlace inspector) {
        inspector.fit(room() >= INSPECTOR_FROM);
        boolean isCompact = root.getWidth() > 0 && room() < RAIL_NAMES_FROM;
        left.pseudoClassStateChanged(COMPACT, isCompact);
        rail.compactProperty().set(isCompact);
        project.setContentDisplay(isCompact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        search.setContentDisplay(isCompact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    /** The width of the window as it would be at the usual size of text. */
    private double room() {
        return root.getWidth() * 100 / model.settingsProperty().get().textPercent();
    }
}
