package corymb.ui.segments;

import corymb.path.PathPlan;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Keeps what is put together under a name. */
public final class PathSaving extends HBox {
    private final TextField name = new TextField();
    private final Button save = new Button();

    public PathSaving() {
        getStyleClass().add("near");
        setAlignment(Pos.CENTER_LEFT);
        name.setPromptText(Texts.of("paths.name"));
        name.setAccessibleText(Texts.of("paths.name"));
        name.setPrefColumnCount(14);
        name.setOnAction(_ -> save.fire());
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
        getChildren().addAll(name, save);
    }

    /**
     * Keeps plans of a kind.
     *
     * @param plan what is put together; empty while that is not complete
     */
    <P extends PathPlan> void follow(PathsModel model, Class<P> kind, Supplier<Optional<P>> plan) {
        save.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(model.isKept(name.getText(), kind) ? "paths.replace" : "paths.save"),
                        name.textProperty(),
                        model.savedProperty()));
        save.setOnAction(_ -> plan.get().ifPresent(complete -> model.save(name.getText(), complete)));
        model.openedProperty()
                .subscribe(opened -> opened.filter(saved -> kind.isInstance(saved.plan()))
                        .ifPresent(saved -> name.setText(saved.name())));
    }
}
