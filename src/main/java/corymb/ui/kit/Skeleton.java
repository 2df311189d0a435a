package corymb.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars where text and pictures are about to be. */
public final class Skeleton extends VBox {
    private static final double[] SHARES = {0.45, 0.9, 0.75, 0.85, 0.6};

    public Skeleton() {
        getStyleClass().add("skeleton");
        setAccessibleText(Texts.of("kit.loading"));
        for (double share : SHARES) {
            var bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.maxWidthProperty().bind(widthProperty().multiply(share));
            getChildren().add(bar);
        }
    }
}
