package corymb.ui.preferences;

import corymb.settings.Settings;
import corymb.ui.kit.Dialogs;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person prefers, each in effect as soon as it is chosen. */
public final class PreferencesModel {
    private final ObjectProperty<Settings> settings;
    private final Dialogs dialogs;
    private final Path logs;
    private final Runnable done;
    private final ObjectProperty<Settings.ThemeChoice> theme = new SimpleObjectProperty<>(this, "theme");
    private final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>(this, "textPercent");
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");

    /**
     * Follows the settings.
     *
     * @param logs the folder of the logs
     * @param done takes the person back to where they came from
     */
    public PreferencesModel(ObjectProperty<Settings> settings, Dialogs dialogs, Path logs, Runnable done) {
        this.settings = settings;
        this.dialogs = dialogs;
        this.logs = logs;
        this.done = done;
        settings.subscribe(this::show);
        theme.addListener((_, _, choice) -> settings.set(settings.get().withTheme(choice)));
        textPercent.addListener((_, _, percent) -> settings.set(settings.get().withTextPercent(percent)));
        reducedMotion.addListener((_, _, is) -> settings.set(settings.get().withReducedMotion(is)));
    }

    private void show(Settings now) {
        theme.set(now.theme());
        textPercent.set(now.textPercent());
        reducedMotion.set(now.reducedMotion());
    }

    ObjectProperty<Settings.ThemeChoice> themeProperty() {
        return theme;
    }

    ObjectProperty<Integer> textPercentProperty() {
        return textPercent;
    }

    BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** How many projects were opened lately. */
    IntegerBinding recentCount() {
        return Bindings.createIntegerBinding(
                () -> settings.get().recentProjects().size(), settings);
    }

    /** Forgets which projects were opened; the projects stay. */
    public void forgetRecent() {
        settings.set(settings.get().withoutRecent());
    }

    Path logs() {
        return logs;
    }

    void openLogs() {
        dialogs.reveal(logs);
    }

    void done() {
        done.run();
    }
}
