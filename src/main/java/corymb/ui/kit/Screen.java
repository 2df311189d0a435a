package corymb.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Every FXML file there is. */
public enum Screen {
    CLUSTERS("clusters.fxml"),
    CUSTOMERS("customers.fxml"),
    DESK("desk.fxml"),
    EXPERIMENTS("experiments.fxml"),
    EXPERIMENTS_ANALYSE("experiments-analyse.fxml"),
    EXPERIMENTS_PLAN("experiments-plan.fxml"),
    EXPERIMENTS_SIMULATE("experiments-simulate.fxml"),
    EXPORTS("exports.fxml"),
    FEATURES("features.fxml"),
    HISTORY("history.fxml"),
    IMPORT("import.fxml"),
    QUALITY("quality.fxml"),
    QUALITY_SOURCE("quality-source.fxml"),
    RECOMMEND("recommend.fxml"),
    SEGMENTS("segments.fxml"),
    SEGMENTS_RULE("segments-rule.fxml"),
    SOURCES("sources.fxml"),
    WELCOME("welcome.fxml");

    private final String file;

    Screen(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** Loads the screen; each controller the file names, its own and its includes', is asked of {@code controllers}. */
    public Parent load(Map<Class<?>, Supplier<?>> controllers) {
        var loader = new FXMLLoader(Screen.class.getResource("/fxml/" + file), Texts.bundle());
        loader.setControllerFactory(type -> controller(controllers, type));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }

    private Object controller(Map<Class<?>, Supplier<?>> controllers, Class<?> type) {
        var supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalArgumentException(file + " needs a " + type.getSimpleName());
        }
        return supplier.get();
    }
}
