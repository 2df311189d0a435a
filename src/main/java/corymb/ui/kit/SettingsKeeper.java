package corymb.ui.kit;

import corymb.settings.Settings;
import corymb.settings.SettingsFile;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.util.Duration;

/** Writes settings a moment after they changed, off the JavaFX thread. */
public final class SettingsKeeper implements AutoCloseable {
    private static final Duration DELAY = Duration.seconds(1);

    private final PauseTransition delay = new PauseTransition(DELAY);
    private final ObjectProperty<Settings> settings;
    private final SettingsFile file;

    /** Reads the file into {@code settings} and keeps the file up with them. */
    public SettingsKeeper(SettingsFile file, ObjectProperty<Settings> settings) {
        this.file = file;
        this.settings = settings;
        settings.set(file.read());
        settings.addListener((_, _, _) -> delay.playFromStart());
        delay.setOnFinished(_ -> Background.compute(this::write, _ -> {}));
    }

    /** Writes at once what is not written yet. */
    @Override
    public void close() {
        delay.stop();
        file.write(settings.get());
    }

    private boolean write() {
        file.write(settings.get());
        return true;
    }
}
