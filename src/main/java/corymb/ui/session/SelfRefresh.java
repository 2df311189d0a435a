package corymb.ui.session;

import corymb.project.History;
import corymb.project.ProjectFile;
import corymb.settings.Refreshing;
import corymb.settings.Settings;
import corymb.ui.kit.Every;
import corymb.ui.kit.Texts;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Brings everything up to date by itself where segments were left behind: after each step, every so many minutes, or both, for as long
 * as the project is open and as was chosen for it. What a person undid stays undone.
 */
public final class SelfRefresh {
    private final Session session;
    private final ObjectProperty<Settings> settings;
    private final ObjectProperty<Refreshing> chosen = new SimpleObjectProperty<>(Refreshing.NEVER);
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final Every every = new Every(this::refresh);
    private boolean isRunning;

    /** Follows the open project; what is chosen for it is kept in the settings. */
    public SelfRefresh(Session session, ObjectProperty<Settings> settings) {
        this.session = session;
        this.settings = settings;
        session.fileProperty().subscribe(this::open);
        session.historyProperty().addListener((_, before, now) -> follow(before, now));
        chosen.addListener((_, _, choice) -> choose(choice));
    }

    /** When the open project is refreshed; never at first. */
    public ObjectProperty<Refreshing> chosenProperty() {
        return chosen;
    }

    /** How the last refresh by itself came out. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    private void open(Optional<ProjectFile> file) {
        chosen.set(file.map(opened -> settings.get().refreshing(place(opened))).orElse(Refreshing.NEVER));
    }

    private static Path place(ProjectFile file) {
        return file.path().toAbsolutePath().normalize();
    }

    private void choose(Refreshing choice) {
        every.minutes(choice.minutes());
        session.fileProperty().get().ifPresent(file -> {
            settings.set(settings.get().withRefreshing(place(file), choice));
            if (choice.isAfterSteps()) {
                refresh();
            }
        });
    }

    private void follow(History before, History now) {
        int steps = before.past().size();
        boolean isStep =
                now.past().size() > steps && now.past().get(steps).before().equals(before.present());
        if (chosen.get().isAfterSteps() && isStep) {
            refresh();
        }
    }

    private void refresh() {
        var history = session.historyProperty().get();
        boolean isBehind = history.present().segments().stream()
                .anyMatch(made -> session.staleProperty().get().contains(made.id()));
        if (!isBehind || isRunning || !history.future().isEmpty()) {
            return;
        }
        isRunning = true;
        var file = session.file();
        var journey = session.journey();
        session.change(
                Texts.of("segments.refreshing"),
                progress -> {
                    journey.refresh(progress).problem().ifPresent(problem -> {
                        throw problem.asFailure();
                    });
                    return file.history();
                },
                outcome -> {
                    isRunning = false;
                    ended.set(outcome);
                });
    }
}
