package corymb.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Every FXML file there is. */
public enum Screen {
    CLUSTERS("clusters.fxml"),
    CLUSTERS_OPTIONS("clusters-options.fxml"),
    CLUSTERS_RESULTS("clusters-results.fxml"),
    CUSTOMERS("customers.fxml"),
    CUSTOMERS_COUNTS("customers-counts.fxml"),
    CUSTOMERS_ONE("customers-one.fxml"),
    DESK("desk.fxml"),
    EXPERIMENTS("experiments.fxml"),
    EXPERIMENTS_ANALYSE("experiments-analyse.fxml"),
    EXPERIMENTS_ANALYSED("experiments-analysed.fxml"),
    EXPERIMENTS_PLAN("experiments-plan.fxml"),
    EXPERIMENTS_PLANNED("experiments-planned.fxml"),
    EXPERIMENTS_SIMULATE("experiments-simulate.fxml"),
    EXPERIMENTS_SIMULATED("experiments-simulated.fxml"),
    EXPORTS("exports.fxml"),
    EXPORTS_CHOICE("exports-choice.fxml"),
    EXPORTS_PEOPLE("exports-people.fxml"),
    FEATURES("features.fxml"),
    FEATURES_LIFETIME("features-lifetime.fxml"),
    FEATURES_OPTIONS("features-options.fxml"),
    FEATURES_SCORES("features-scores.fxml"),
    FEATURES_TOGETHER("features-together.fxml"),
    HISTORY("history.fxml"),
    IMPORT("import.fxml"),
    PREFERENCES("preferences.fxml"),
    QUALITY("quality.fxml"),
    QUALITY_COLUMNS("quality-columns.fxml"),
    QUALITY_TOGETHER("quality-together.fxml"),
    QUALITY_REJECTS("quality-rejects.fxml"),
    QUALITY_CHECKS("quality-checks.fxml"),
    QUALITY_REPAIRS("quality-repairs.fxml"),
    QUALITY_SOURCE("quality-source.fxml"),
    RECOMMEND("recommend.fxml"),
    RECOMMEND_PLAN("recommend-plan.fxml"),
    RECOMMEND_RESULT("recommend-result.fxml"),
    SEGMENTS("segments.fxml"),
    SEGMENTS_COHORTS("segments-cohorts.fxml"),
    SEGMENTS_COHORTS_RESULT("segments-cohorts-result.fxml"),
    SEGMENTS_COMBINE("segments-combine.fxml"),
    SEGMENTS_COMPARE("segments-compare.fxml"),
    SEGMENTS_DETAILS("segments-details.fxml"),
    SEGMENTS_FUNNEL("segments-funnel.fxml"),
    SEGMENTS_FUNNEL_RESULT("segments-funnel-result.fxml"),
    SEGMENTS_LIST("segments-list.fxml"),
    SEGMENTS_MOVES("segments-moves.fxml"),
    SEGMENTS_OVERLAP("segments-overlap.fxml"),
    SEGMENTS_PATHS("segments-paths.fxml"),
    SEGMENTS_POLICY("segments-policy.fxml"),
    SEGMENTS_RULE("segments-rule.fxml"),
    SEGMENTS_TOGETHER("segments-together.fxml"),
    SEGMENTS_VERSIONS("segments-versions.fxml"),
    SEGMENTS_EFFECTS("segments-effects.fxml"),
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

    /** Loads the screen; its file names just these controllers, one of each class. */
    public Parent loadWith(Object... controllers) {
        var suppliers = new HashMap<Class<?>, Supplier<?>>();
        for (var controller : controllers) {
            suppliers.put(controller.getClass(), () -> controller);
        }
        return load(suppliers);
    }

    /**
     * Gets ready what loading screens needs, the reader of their files and the classes they name, so that the JavaFX thread need not;
     * from any other thread.
     */
    public static void prepare() {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        for (var screen : values()) {
            try (var in = screen.open()) {
                screen.prepare(factory.createXMLStreamReader(in));
            } catch (IOException | XMLStreamException | ClassNotFoundException e) {
                throw new IllegalStateException("Cannot read " + screen.file, e);
            }
        }
    }

    private InputStream open() {
        return Objects.requireNonNull(Screen.class.getResourceAsStream("/fxml/" + file), file);
    }

    private void prepare(XMLStreamReader reader) throws XMLStreamException, ClassNotFoundException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.PROCESSING_INSTRUCTION
                    && !reader.getPIData().endsWith("*")) {
                Class.forName(reader.getPIData(), true, Screen.class.getClassLoader());
            }
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
