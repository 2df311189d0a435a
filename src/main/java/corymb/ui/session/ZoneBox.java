package corymb.ui.session;

import corymb.project.History;
import corymb.table.Zone;
import corymb.ui.kit.Texts;
import java.time.ZoneId;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ComboBox;

/** Chooses whose days and hours the project means; that is a step of its own, which undo takes back. */
public final class ZoneBox extends ComboBox<String> {
    private ChangeListener<History> changed = (_, _, _) -> {};

    /** Shows the zone of the project as it is now and after each step. */
    public void follow(Session session) {
        getItems()
                .setAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.equals(Zone.UTC.id()) || (id.contains("/") && !id.startsWith("Etc/")))
                        .sorted()
                        .toList());
        changed = (_, _, _) -> show(session);
        session.historyProperty().addListener(new WeakChangeListener<>(changed));
        show(session);
        // The arrow keys go through the zones one by one; the one they end at is meant.
        showingProperty().addListener((_, _, _) -> choose(session));
        focusedProperty().addListener((_, _, _) -> choose(session));
    }

    private void show(Session session) {
        setValue(session.project().zone().id());
    }

    private void choose(Session session) {
        var zone = new Zone(getValue());
        if (!isShowing() && !zone.equals(session.project().zone())) {
            session.take(Texts.of("zone.choosing"), (journey, _) -> journey.choose(zone), _ -> show(session));
        }
    }
}
