package corymb.ui.segments;

import corymb.project.History;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Brings everything up to date by itself after each step that leaves segments behind, for as long as the project is open and this is on. */
final class SelfRefresh {
    private final Session session;
    private final Consumer<Outcome<?>> ended;
    private final BooleanProperty isOn = new SimpleBooleanProperty();

    SelfRefresh(Session session, Consumer<Outcome<?>> ended) {
        this.session = session;
        this.ended = ended;
        isOn.addListener((_, _, _) -> refresh());
        session.historyProperty().addListener((_, before, now) -> follow(before, now));
    }

    /** Off at first. */
    BooleanProperty isOnProperty() {
        return isOn;
    }

    /** What a person undid stays undone: only a new step of the same project is followed. */
    private void follow(History before, History now) {
        int steps = before.past().size();
        if (now.past().size() > steps && now.future().isEmpty()) {
            boolean isSame = now.past().get(steps).before().equals(before.present());
            isOn.set(isOn.get() && isSame);
            refresh();
        }
    }

    private void refresh() {
        var project = session.project();
        boolean isBehind = project.segments().stream()
                .anyMatch(made -> session.staleProperty().get().contains(made.id()));
        if (isOn.get() && isBehind) {
            var file = session.file();
            var journey = session.journey();
            session.change(
                    Texts.of("segments.refreshing"),
                    progress -> {
                        journey.refresh(progress);
                        return file.history();
                    },
                    ended::accept);
        }
    }
}
