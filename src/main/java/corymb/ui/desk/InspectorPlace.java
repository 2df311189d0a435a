package corymb.ui.desk;

import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Where the inspector stands: beside the page, or in a narrow window behind a button, floating over the page when asked for. */
final class InspectorPlace {
    /** Of a page that the button lies on, which then has room below for it. */
    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

    private final InspectorSide side;
    private final BorderPane frame;
    private final StackPane drawer;
    private final Button details;
    private boolean hasRoom = true;

    InspectorPlace(InspectorSide side, BorderPane frame, StackPane drawer, Button details) {
        this.side = side;
        this.frame = frame;
        this.drawer = drawer;
        this.details = details;
        side.shownProperty().addListener((_, _, _) -> show());
        side.askedForProperty().addListener((_, _, _) -> show());
        details.setOnAction(_ -> side.askedForProperty().set(true));
    }

    /** Says whether there is room beside the page. */
    void fit(boolean isRoomy) {
        hasRoom = isRoomy;
        show();
    }

    /** Esc closes what floats. */
    void escapeIn(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !drawer.getChildren().isEmpty()) {
                event.consume();
                side.askedForProperty().set(false);
            }
        });
    }

    private void show() {
        var shown = side.shownProperty().get();
        boolean floats =
                !hasRoom && shown.isPresent() && side.askedForProperty().get();
        drawer.getChildren().clear();
        frame.setRight(hasRoom ? shown.orElse(null) : null);
        if (floats) {
            drawer.getChildren().setAll(shown.orElseThrow());
        }
        details.setVisible(!hasRoom && shown.isPresent() && !floats);
        details.getParent().pseudoClassStateChanged(COVERED, details.isVisible());
        details.setText(Texts.of("desk.details", shown.map(Inspector::getTitle).orElse("")));
    }
}
