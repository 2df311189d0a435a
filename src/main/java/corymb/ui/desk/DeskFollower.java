package corymb.ui.desk;

import corymb.project.ProjectFile;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Keeps the frame of the window in step with the open project. */
public final class DeskFollower {
    private final DeskModel desk;
    private final Session session;

    private DeskFollower(DeskModel desk, Session session) {
        this.desk = desk;
        this.session = session;
    }

    /** Follows the session from now on. */
    public static void follow(DeskModel desk, Session session) {
        var follower = new DeskFollower(desk, session);
        session.historyProperty().addListener((_, _, _) -> follower.historyChanged());
        session.fileProperty().addListener((_, _, file) -> follower.fileChanged(file));
        follower.fileChanged(session.fileProperty().get());
    }

    private void fileChanged(Optional<ProjectFile> file) {
        desk.projectNameProperty().set(file.map(DeskFollower::name).orElse(""));
        historyChanged();
        desk.go(file.isEmpty() ? Page.WELCOME.id() : Page.SOURCES.id());
    }

    private static String name(ProjectFile file) {
        return String.valueOf(file.path().getFileName()).replaceFirst("\\.corymb$", "");
    }

    private void historyChanged() {
        var history = session.historyProperty().get();
        var file = session.fileProperty().get();
        boolean isWritable = file.isPresent() && file.get().heldBy().isEmpty();
        desk.undoableProperty().set(isWritable && history.undo().isPresent());
        desk.redoableProperty().set(isWritable && !history.future().isEmpty());
        desk.noteProperty().set(note(file));
        if (file.isEmpty()) {
            desk.steps().clear();
        } else {
            desk.steps()
                    .setAll(new JourneyRail(
                                    history.present(),
                                    session.staleProperty().get(),
                                    history.past().size())
                            .steps());
        }
    }

    private String note(Optional<ProjectFile> file) {
        if (file.isEmpty()) {
            return "";
        }
        var now = LocalTime.ofInstant(session.clock().instant(), ZoneId.systemDefault());
        return file.get()
                .heldBy()
                .map(holder -> Texts.of("desk.readOnly", holder))
                .orElseGet(() -> Texts.of(
                        "desk.saved",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(now)));
    }
}
