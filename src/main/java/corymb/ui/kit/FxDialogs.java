package corymb.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Asks with the system's own dialogs. */
public final class FxDialogs implements Dialogs {
    private final Stage owner;
    private final HostServices services;

    public FxDialogs(Stage owner, HostServices services) {
        this.owner = owner;
        this.services = services;
    }

    @Override
    public List<Path> chooseFiles(String title, List<FileKind> kinds) {
        var chooser = chooser(title, kinds);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return path(chooser(title, List.of(kind)).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        var chooser = chooser(title, List.of(kind));
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        var yes = new ButtonType(verb, ButtonData.OK_DONE);
        var no = new ButtonType(Texts.of("kit.cancel"), ButtonData.CANCEL_CLOSE);
        var alert = alert(Alert.AlertType.CONFIRMATION, question, consequence);
        alert.getButtonTypes().setAll(yes, no);
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public void showAbout() {
        var version = Optional.ofNullable(FxDialogs.class.getPackage().getImplementationVersion());
        var alert = alert(
                Alert.AlertType.INFORMATION,
                Texts.of("kit.aboutTitle", version.orElse("")).strip(),
                Texts.of("kit.aboutText"));
        alert.getButtonTypes().setAll(new ButtonType(Texts.of("kit.close"), ButtonData.OK_DONE));
        alert.showAndWait();
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void reveal(Path path) {
        services.showDocument(path.toUri().toString());
    }

    private Alert alert(Alert.AlertType type, String header, String text) {
        var alert = new Alert(type);
        alert.initOwner(owner);
        alert.setTitle(Texts.of("kit.product"));
        alert.setHeaderText(header);
        alert.setContentText(text);
        alert.setGraphic(null);
        return alert;
    }

    private static FileChooser chooser(String title, List<FileKind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (var kind : kinds) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
        }
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
