package corymb.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** The rows behind what was clicked, as a table; away before anything was. */
public final class RowsCard extends VBox {
    private static final double TABLE_HEIGHT = 360;

    private final Card card = new Card();
    private final TableGrid table = new TableGrid();

    public RowsCard() {
        table.setMinHeight(TABLE_HEIGHT);
        table.setPrefHeight(TABLE_HEIGHT);
        card.setContent(table);
        getChildren().add(card);
        Choices.show(this, false);
    }

    /** Shows the rows of a model from now on, and brings them into sight. */
    public void follow(ObservableValue<? extends Optional<NamedRows>> rows) {
        rows.subscribe(this::show);
    }

    private void show(Optional<NamedRows> shown) {
        Choices.show(this, shown.isPresent());
        shown.ifPresent(rows -> {
            card.setTitle(rows.title());
            card.setSubtitle(rows.more());
            table.show(rows.rows());
            Scrolling.reveal(this);
        });
    }
}
