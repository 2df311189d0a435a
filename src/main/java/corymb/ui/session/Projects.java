package corymb.ui.session;

import corymb.project.ProjectFile;
import corymb.project.ProjectFiles;
import corymb.settings.Settings;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Texts;
import corymb.work.Job;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Opens, creates and closes projects; tells what stood in the way. */
public final class Projects {
    /** What project files look like to a file dialog. */
    public static final Dialogs.FileKind KIND = new Dialogs.FileKind(Texts.of("projects.kind"), List.of("*.corymb"));

    private final Session session;
    private final ProjectFiles files;
    private final Dialogs dialogs;
    private final ObjectProperty<Settings> settings;
    private final Sample sample;
    private final ReadOnlyBooleanWrapper sampleInTheWay = new ReadOnlyBooleanWrapper(this, "sampleInTheWay");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Starts with no project.
     *
     * @param sample the sample project, which is made when it is first opened
     */
    public Projects(
            Session session, ProjectFiles files, Dialogs dialogs, ObjectProperty<Settings> settings, Sample sample) {
        this.session = session;
        this.files = files;
        this.dialogs = dialogs;
        this.settings = settings;
        this.sample = sample;
    }

    /** What kept the last project from being opened, created or copied; empty when it worked. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    public void create() {
        dialogs.chooseTarget(Texts.of("projects.newTitle"), Texts.of("projects.newName"), KIND)
                .ifPresent(chosen -> start(Texts.of("projects.creating"), _ -> replaced(named(chosen))));
    }

    /** The system's dialog has asked already whether an existing file may go. */
    private ProjectFile replaced(Path path) throws IOException {
        if (Files.exists(path) && Files.size(path) == 0) {
            Files.delete(path);
        }
        return files.create(path);
    }

    private static Path named(Path chosen) {
        var name = chosen.getFileName().toString();
        return name.endsWith(".corymb") ? chosen : chosen.resolveSibling(name + ".corymb");
    }

    public void choose() {
        dialogs.chooseFile(Texts.of("projects.openTitle"), KIND).ifPresent(this::open);
    }

    /** Opens a project; the one that is open already stays as it is. */
    public void open(Path path) {
        if (isOpen(path)) {
            problem.set(Optional.empty());
            return;
        }
        start(Texts.of("projects.opening", String.valueOf(path.getFileName())), progress -> files.open(path, progress));
    }

    /** Leaves {@code path} out of the projects opened last; its file stays. */
    public void forget(Path path) {
        settings.set(settings.get().forgotten(path));
    }

    /** Whether the sample cannot be opened for work, so that a fresh one may be wanted. */
    public ReadOnlyBooleanProperty sampleInTheWayProperty() {
        return sampleInTheWay.getReadOnlyProperty();
    }

    /** Opens the sample project, which is made first where it is not there yet. */
    public void openSample() {
        if (isOpen(sample.path())) {
            problem.set(Optional.empty());
            return;
        }
        start(
                Texts.of("projects.sampling"),
                progress -> Files.exists(sample.path())
                        ? usable(files.open(sample.path(), progress))
                        : makeSample(sample.path(), progress),
                this::sampleOpened);
    }

    /** A sample to try things out in is of no use where nothing can be changed. */
    private static ProjectFile usable(ProjectFile opened) {
        opened.heldBy().ifPresent(holder -> {
            opened.close();
            throw new Problem(Texts.of("projects.sampleHeld"), holder, "").asFailure();
        });
        return opened;
    }

    private void sampleOpened(Outcome<ProjectFile> outcome) {
        opened(outcome);
        if (outcome instanceof Outcome.Failed<ProjectFile>(var what) && Files.exists(sample.path())) {
            sampleInTheWay.set(true);
            problem.set(Optional.of(new Problem(
                    Texts.of("projects.sampleInTheWay", what.what()),
                    what.where(),
                    Texts.of("projects.sampleRemedy"))));
        }
    }

    /** Makes a fresh sample: in the place of a damaged one, which is set aside, and beside any other. */
    public void makeFreshSample() {
        start(
                Texts.of("projects.sampling"),
                progress -> {
                    var aside = files.setAside(sample.path(), progress.between(0, 0.1));
                    return makeSample(
                            aside.isPresent() ? sample.path() : free(sample.path()), progress.between(0.1, 1));
                },
                this::opened);
    }

    private static Path free(Path taken) {
        var stem = taken.getFileName().toString().replaceFirst("\\.corymb$", "");
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> taken.resolveSibling(stem + "-" + number + ".corymb"))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOpen(Path path) {
        var open = session.fileProperty().get().map(ProjectFile::path);
        try {
            return open.isPresent() && Files.isSameFile(open.get(), path);
        } catch (IOException _) {
            // One of them is not there: opening the other says what is to be said.
            return false;
        }
    }

    private ProjectFile makeSample(Path place, Progress progress) throws IOException {
        Files.createDirectories(place.getParent());
        var growing = place.resolveSibling("growing.corymb");
        Files.deleteIfExists(growing);
        try {
            try (var file = files.create(growing)) {
                sample.filling().fill(file, session.clock(), progress.between(0, 0.95));
            }
            Files.move(growing, place);
            return files.open(place, progress.between(0.95, 1));
        } finally {
            Files.deleteIfExists(growing);
        }
    }

    public void saveCopy() {
        var open = session.file();
        dialogs.chooseTarget(Texts.of("projects.copyTitle"), Texts.of("projects.copyName"), KIND)
                .map(Projects::named)
                .ifPresent(copy -> session.read(
                        Texts.of("projects.copying"),
                        (_, progress) -> {
                            open.saveCopy(copy, progress);
                            return copy;
                        },
                        this::copied));
    }

    private void copied(Outcome<Path> outcome) {
        problem.set(problemOf(outcome));
    }

    public void close() {
        session.close();
    }

    private void start(String title, Job.Body<ProjectFile> work) {
        start(title, work, this::opened);
    }

    private void start(String title, Job.Body<ProjectFile> work, Consumer<Outcome<ProjectFile>> whenEnded) {
        problem.set(Optional.empty());
        session.jobs().start(new Job<>(title, work), whenEnded);
    }

    private void opened(Outcome<ProjectFile> outcome) {
        sampleInTheWay.set(false);
        problem.set(problemOf(outcome));
        if (outcome instanceof Outcome.Done(var file)) {
            settings.set(settings.get().opened(absolute(file.path())));
            session.show(file);
        }
    }

    private static Path absolute(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The project that was just opened is gone", e);
        }
    }

    private static Optional<Problem> problemOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _, Outcome.Cancelled<?> _ -> Optional.empty();
            case Outcome.Failed<?>(var what) -> Optional.of(what);
            case Outcome.Broken<?>(var cause) ->
                Optional.of(new Problem(
                        Texts.of("kit.broken", corymb.ui.kit.ErrorLog.code(cause)), "", Texts.of("kit.brokenRemedy")));
        };
    }
}
