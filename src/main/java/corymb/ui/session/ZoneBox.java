package corymb.ui.session;

import corymb.project.History;
import corymb.table.Zone;
import corymb.ui.kit.Texts;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.controlsfx.control.SearchableComboBox;

/** Chooses whose days and hours the project means; that is a step of its own, which undo takes back. */
public final class ZoneBox extends SearchableComboBox<String> {
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
        // While one is looked for, none is chosen.
        valueProperty().addListener((_, _, id) -> Optional.ofNullable(id).ifPresent(chosen -> choose(session, chosen)));
    }

    private void show(Session session) {
        setValue(session.project().zone().id());
    }

    private void choose(Session session, String id) {
        var zone = new Zone(id);
        if (!zone.equals(session.project().zone())) {
            session.take(Texts.of("zone.choosing"), (journey, _) -> journey.choose(zone), _ -> show(session));
        }
    }
}
