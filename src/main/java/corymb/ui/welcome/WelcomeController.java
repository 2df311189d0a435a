package corymb.ui.welcome;

import corymb.ui.kit.Icons;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.session.Projects;
import corymb.work.Problem;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** Ties the welcome page to the projects one can open. */
public final class WelcomeController {
    private final Projects projects;

    @FXML
    private MessageBar message;

    @FXML
    private VBox recent;

    @FXML
    private Label nothing;

    public WelcomeController(Projects projects) {
        this.projects = projects;
    }

    @FXML
    private void initialize() {
        projects.problemProperty().addListener((_, _, problem) -> problem.ifPresentOrElse(this::show, message::hide));
        projects.settingsProperty().addListener((_, _, settings) -> showRecent(settings.recentProjects()));
        showRecent(projects.settingsProperty().get().recentProjects());
    }

    private void show(Problem problem) {
        if (projects.sampleInTheWayProperty().get()) {
            message.show(problem, Texts.of("welcome.freshSample"), projects::makeFreshSample);
        } else {
            message.show(problem);
        }
    }

    private void showRecent(List<Path> paths) {
        recent.getChildren().setAll(paths.stream().map(this::row).toList());
        nothing.setVisible(paths.isEmpty());
        nothing.setManaged(paths.isEmpty());
    }

    private Button row(Path path) {
        var name = new Label(String.valueOf(path.getFileName()).replaceFirst("\\.corymb$", ""));
        name.getStyleClass().add("recent-name");
        var folder = new Label(String.valueOf(path.getParent()));
        folder.getStyleClass().add("muted");
        folder.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        var row = new Button();
        var words = new VBox(name, folder);
        var line = new javafx.scene.layout.HBox(12, Icons.of("fth-file"), words);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setGraphic(line);
        row.setAccessibleText(name.getText());
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().addAll("recent", "flat");
        row.setOnAction(_ -> projects.open(path));
        var forget = new MenuItem(Texts.of("welcome.forget"));
        forget.setOnAction(_ -> projects.forget(path));
        row.setContextMenu(new ContextMenu(forget));
        return row;
    }

    @FXML
    private void create() {
        projects.create();
    }

    @FXML
    private void open() {
        projects.choose();
    }

    @FXML
    private void explore() {
        projects.openSample();
    }
}
