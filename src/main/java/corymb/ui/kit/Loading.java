package corymb.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Keeps the room of what is coming: a quiet skeleton after 300 ms, then the content fades in. */
@DefaultProperty("content")
public final class Loading extends StackPane {
    private static final Duration QUIET = Duration.millis(300);

    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
    private final Skeleton skeleton = new Skeleton();
    private final PauseTransition wait = new PauseTransition(QUIET);

    public Loading() {
        skeleton.setVisible(false);
        getChildren().add(skeleton);
        content.addListener((_, _, shown) -> getChildren().setAll(shown, skeleton));
        loading.addListener((_, _, is) -> changed(is));
        wait.setOnFinished(_ -> swap(true));
    }

    private void changed(boolean isLoading) {
        if (isLoading) {
            wait.playFromStart();
        } else {
            wait.stop();
            swap(false);
        }
    }

    private void swap(boolean isLoading) {
        boolean wasSkeleton = skeleton.isVisible();
        skeleton.setVisible(isLoading);
        var shown = content.get();
        if (shown != null) {
            shown.setVisible(!isLoading);
            if (wasSkeleton && !isLoading) {
                Motion.fadeIn(shown);
            }
        }
    }

    public BooleanProperty loadingProperty() {
        return loading;
    }

    public ObjectProperty<Node> contentProperty() {
        return content;
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }
}
