package corymb.ui.history;

import corymb.project.AuditEntry;
import corymb.project.Change;
import corymb.project.History;
import corymb.project.ProjectFile;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Every step of a project, what can be gone back to, and what stays on record. */
public final class HistoryModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<HistoryStep>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<AuditEntry>> audit = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<OptionalLong> compacted = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    public HistoryModel(Session session) {
        this.session = session;
        session.historyProperty().addListener((_, _, history) -> show(history));
        show(session.historyProperty().get());
    }

    ReadOnlyObjectProperty<List<HistoryStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** What happened to the project and stays on record whatever is undone, the newest first. */
    public ReadOnlyObjectProperty<List<AuditEntry>> auditProperty() {
        return audit.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** How many steps led to the project as it stands. */
    int present() {
        return session.historyProperty().get().past().size();
    }

    private void show(History history) {
        var all = history.changes().toList();
        var shown = new ArrayList<HistoryStep>();
        for (int i = 0; i < all.size(); i++) {
            shown.add(new HistoryStep(i + 1, all.get(i), state(all.get(i), i + 1, history)));
        }
        steps.set(List.copyOf(shown));
        readAudit();
    }

    private HistoryStep.State state(Change change, int place, History history) {
        int present = history.past().size();
        if (place > present) {
            return HistoryStep.State.UNDONE;
        }
        boolean isStale = change.made()
                .filter(made -> session.staleProperty().get().contains(made.id()))
                .isPresent();
        if (isStale) {
            return HistoryStep.State.STALE;
        }
        if (place == present) {
            return HistoryStep.State.PRESENT;
        }
        return place <= history.settled() ? HistoryStep.State.SETTLED : HistoryStep.State.TAKEN;
    }

    /** How many of the first steps can no longer be undone. */
    int settled() {
        return session.historyProperty().get().settled();
    }

    /** Whether the project can be taken to where that step left it. */
    boolean canGoTo(int place) {
        return place != present() && place >= settled();
    }

    /** How much room the project takes on the disk, in bytes; 0 without one. */
    long bytes() {
        return session.fileProperty().get().map(ProjectFile::bytes).orElse(0L);
    }

    /** Whether there is anything that only undo, redo or a backup needs, and the project may be changed. */
    public boolean canCompact() {
        return session.fileProperty()
                .get()
                .filter(file -> file.heldBy().isEmpty())
                .isPresent();
    }

    /** Forgets what only undo and redo need, and tells how many bytes that freed. */
    void compact() {
        var file = session.file();
        var freed = new AtomicLong();
        session.change(
                Texts.of("history.compacting"),
                progress -> {
                    long before = file.bytes();
                    file.compact(progress);
                    freed.set(before - file.bytes());
                    return file.history();
                },
                ended -> {
                    outcome.set(ended);
                    if (ended instanceof Outcome.Done<?>) {
                        compacted.set(OptionalLong.of(freed.get()));
                    }
                });
    }

    /** How many bytes the last compacting freed; empty before there was one. */
    ReadOnlyObjectProperty<OptionalLong> compactedProperty() {
        return compacted.getReadOnlyProperty();
    }

    /** Reads the record anew, which other pages may have added to. */
    public void readAudit() {
        if (session.fileProperty().get().isPresent()) {
            session.<List<AuditEntry>>read(
                    Texts.of("history.reading"), (file, _) -> file.audit().reversed(), ended -> {
                        if (ended instanceof Outcome.Done<List<AuditEntry>>(var entries)) {
                            audit.set(entries);
                        }
                    });
        } else {
            audit.set(List.of());
        }
    }

    /** Goes back or forward to where that many steps are taken, in one go, or as far back as undo reaches; 0 is the empty project. */
    public void goTo(int wanted) {
        var file = session.file();
        int place = Math.max(wanted, file.history().settled());
        session.change(
                Texts.of("history.going"),
                progress -> {
                    var now = file.history();
                    int from = now.past().size();
                    int far = Math.max(1, Math.abs(place - from));
                    while (now.past().size() != place) {
                        int gone = Math.abs(now.past().size() - from);
                        var part = progress.between((double) gone / far, (gone + 1.0) / far);
                        now = now.past().size() > place ? file.undo(part) : file.redo(part);
                    }
                    return now;
                },
                outcome::set);
    }

    Optional<HistoryStep> step(int place) {
        return steps.get().stream().filter(step -> step.place() == place).findFirst();
    }

    Explanation explanation(HistoryStep step) {
        return session.explain(step.change());
    }
}
