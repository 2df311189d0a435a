package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.ColumnPlan;
import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.Drift;
import corymb.importing.FileDetection;
import corymb.importing.FixedWidth;
import corymb.importing.ImportPlan;
import corymb.importing.Inside;
import corymb.importing.MappingProposal;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Recipe;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.project.History;
import corymb.project.Made;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One file on its way into the project: how it is read, what its rows are, where its columns go. */
public final class ImportModel {
    private final Session session;
    private final Path file;
    private final Origin origin;
    private final StringProperty name = new SimpleStringProperty();
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.CUSTOMERS);
    private final ReadOnlyObjectWrapper<Optional<Detected>> detected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ColumnsModel columns;
    private final MeetingModel meeting = new MeetingModel();
    private final RecipesModel recipes;
    private final ReadOnlyObjectWrapper<Optional<Source>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Source>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty again = new SimpleBooleanProperty();
    private final BooleanProperty numbered = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper nameless = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper(Texts.of("import.verb"));
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private final Latest reading = new Latest();

    /** Whether what an import will give is in view. */
    private boolean isTrying;

    /**
     * Looks at a file.
     *
     * @param origin where its rows were fetched from, if it was not there before
     */
    ImportModel(Session session, Dialogs dialogs, Path file, Origin origin) {
        this.session = session;
        this.recipes = new RecipesModel(session, dialogs);
        this.file = file;
        this.origin = origin;
        this.columns = new ColumnsModel(session);
        columns.plansProperty().addListener((_, _, plans) -> {
            trial.set(Optional.empty());
            nameless.set(isNameless(plans));
            numbered.set(numbered.get() && nameless.get());
            meeting.offer(role.get(), plans, numbered.get());
        });
        numbered.addListener((_, _, isNumbered) -> {
            decideAnew();
            meeting.offer(role.get(), columns.plansProperty().get(), isNumbered);
        });
        name.addListener(
                (_, _, now) -> meeting.meet(session.project().source(now).map(Made::value)));
        meeting.modeProperty().addListener((_, _, _) -> decideAnew());
        meeting.existingProperty().addListener((_, _, _) -> decideAnew());
        role.addListener((_, _, _) -> proposeColumns());
        again.addListener((_, _, _) -> proposeAgain());
        recipes.openedProperty().addListener((_, _, _) -> proposeAgain());
        recipes.problemProperty().addListener((_, _, what) -> problem.set(what));
        read(Inside.WHOLE);
    }

    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    /** What the source will be called. */
    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<Role> roleProperty() {
        return role;
    }

    /** What the look at the file found; empty while it is being looked at. */
    public ReadOnlyObjectProperty<Optional<Detected>> detectedProperty() {
        return detected.getReadOnlyProperty();
    }

    /** Where its columns go. */
    public ColumnsModel columns() {
        return columns;
    }

    /** How its rows meet those that are there under the same name. */
    public MeetingModel meeting() {
        return meeting;
    }

    /** The sources that it could be added to: those about the same, by name. */
    public List<String> others() {
        return session.project().sources().stream()
                .map(Made::value)
                .filter(source -> source.role() == role.get())
                .map(Source::name)
                .toList();
    }

    /** Adds the rows to a source that is there, as is usual for what they are about. */
    public void addTo(String source) {
        name.set(source);
        meeting.existingProperty().get().map(Recipe::of).map(Recipe::mode).ifPresent(meeting::likeBefore);
    }

    /** The source whose last file was like this one; empty when there is none. */
    public ReadOnlyObjectProperty<Optional<Source>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Whether the file is added to that source, read like the last. */
    public BooleanProperty againProperty() {
        return again;
    }

    /** Whether customers whose file does not say who they are get the numbers of their rows for ids. */
    public BooleanProperty numberedProperty() {
        return numbered;
    }

    /** Whether the rows are customers and no column says who they are. */
    public ReadOnlyBooleanProperty namelessProperty() {
        return nameless.getReadOnlyProperty();
    }

    private boolean isNameless(List<ColumnPlan> plans) {
        return role.get() == Role.CUSTOMERS && plans.stream().noneMatch(ColumnPlan::saysWho);
    }

    /** In what the file differs from the last of the source it is added to. */
    public List<Drift> drift() {
        return recipe().flatMap(recipe -> detected.get().map(recipe::drift)).orElse(List.of());
    }

    /** The recipe that was opened, or that of the source it is added to. */
    private Optional<Recipe> recipe() {
        return recipes.openedProperty()
                .get()
                .or(() -> known.get().filter(_ -> again.get()).map(Recipe::of));
    }

    /** Recipes as files. */
    public RecipesModel recipes() {
        return recipes;
    }

    /** Asks where to, and writes down how this file is read. */
    public void saveRecipe() {
        recipes.save(new Recipe(plan(), meeting.modeProperty().get()));
    }

    private void proposeAgain() {
        known.get().filter(_ -> again.get()).ifPresent(source -> {
            name.set(source.name());
            role.set(source.role());
        });
        recipe().ifPresent(recipe -> role.set(recipe.plan().role()));
        proposeColumns();
        numbered.set(nameless.get()
                && recipe().filter(recipe -> recipe.plan().isNumbered()).isPresent());
        recipe().ifPresent(this::readLike);
        meeting.likeBefore(recipe().map(Recipe::mode).orElse(Mode.REPLACE));
    }

    /** Reads the file the way that a recipe says, where that is another. */
    private void readLike(Recipe recipe) {
        detected.get()
                .filter(found -> !found.dialect().equals(recipe.plan().dialect()))
                .ifPresent(found -> detect(progress -> recipe.look(found, progress)));
    }

    /** What the import will give, once it has been tried. */
    public ReadOnlyObjectProperty<Optional<Source>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the last button says, such as "Import 8,412 rows". */
    public ReadOnlyStringProperty verbProperty() {
        return verb.getReadOnlyProperty();
    }

    /** Whether the import is under way. */
    public ReadOnlyBooleanProperty importingProperty() {
        return importing.getReadOnlyProperty();
    }

    /** What came in under this name, once it has. */
    public Optional<Source> taken() {
        return session.project().source(name.get()).map(Made::value);
    }

    /** Reads the file another way. */
    public void read(CsvDialect dialect) {
        var inside = detected.get().map(Detected::inside).orElse(Inside.WHOLE);
        detect(progress -> FileDetection.detect(file, inside, dialect, progress));
    }

    /** Reads the file with columns of fixed width, as they are written on the command line. */
    public void readFixed(String columns) {
        detected.get()
                .ifPresent(found -> detect(progress -> FileDetection.detect(found, FixedWidth.of(columns), progress)));
    }

    /** Reads another part of the file. */
    public void read(Inside inside) {
        detect(progress -> FileDetection.detect(file, inside, progress));
    }

    private void detect(Function<Progress, Detected> look) {
        var before = detected.get();
        var sources = session.project().sources().stream().map(Made::value).toList();
        reading.<Look>ask(
                session,
                Texts.of("import.looking", fileName()),
                (_, progress) -> {
                    var found = look.apply(progress);
                    boolean isOther = before.filter(known -> known.inside().equals(found.inside()))
                            .isEmpty();
                    return new Look(
                            found, isOther, isOther ? Recipe.recognised(sources, found, progress) : Optional.empty());
                },
                this::detected);
    }

    /** What a file is, whether another table of it than before, and the source whose files are like it. */
    private record Look(Detected found, boolean isOtherTable, Optional<Source> known) {}

    private void detected(Outcome<Look> outcome) {
        problem.set(problemOf(outcome));
        if (outcome instanceof Outcome.Done(Look(var found, var isOtherTable, var source))) {
            boolean isFirstLook = detected.get().isEmpty();
            detected.set(Optional.of(found));
            if (isFirstLook) {
                name.set(found.proposedName());
            }
            if (isOtherTable) {
                role.set(MappingProposal.likelyRole(found));
                known.set(source);
                again.set(known.get().isPresent());
            }
            proposeColumns();
        }
    }

    private void proposeColumns() {
        detected.get().ifPresent(found -> columns.show(role.get(), found, proposed(found), drift()));
    }

    private List<ColumnPlan> proposed(Detected found) {
        return recipe().filter(recipe -> recipe.plan().role() == role.get())
                .map(recipe -> recipe.plan(name.get(), found).columns())
                .orElseGet(() -> MappingProposal.propose(found, role.get()));
    }

    /** What was tried does not hold any longer; where it is in view, it is tried again. */
    private void decideAnew() {
        trial.set(Optional.empty());
        if (isTrying) {
            tryOut();
        }
    }

    /** Reads the whole file without keeping it, to say what an import will give, and again whenever that changes. */
    public void tryOut() {
        isTrying = true;
        if (trial.get().isPresent() || detected.get().isEmpty()) {
            return;
        }
        var plan = plan();
        var mode = meeting.modeProperty().get();
        reading.<Source>ask(
                session,
                Texts.of("import.trying", fileName()),
                (_, progress) -> session.journey().tryImport(plan, mode, progress),
                this::tried);
    }

    private void tried(Outcome<Source> outcome) {
        problem.set(problemOf(outcome));
        if (outcome instanceof Outcome.Done(var source)) {
            trial.set(Optional.of(source));
            long rows = source.newest().counts().accepted();
            verb.set(
                    rows == 1
                            ? Texts.of("import.verbRow")
                            : Texts.of("import.verbRows", Numbers.local().count(rows)));
        }
    }

    /** Goes back to choices that what an import will give depends on. */
    public void chooseOn() {
        isTrying = false;
    }

    /** Imports the file and brings quality, profiles and features up to date with it. */
    public void run(Consumer<Outcome<History>> whenEnded) {
        var plan = plan();
        var mode = meeting.modeProperty().get();
        var journey = session.journey();
        importing.set(true);
        session.change(
                Texts.of("import.running", name.get()),
                progress -> {
                    journey.take((steps, part) -> steps.importFile(plan, mode, part), progress.between(0, 0.6));
                    return journey.prepare(progress.between(0.6, 1));
                },
                outcome -> {
                    importing.set(false);
                    problem.set(problemOf(outcome));
                    whenEnded.accept(outcome);
                });
    }

    /** Stops whatever the wizard has under way. */
    public void stop() {
        reading.forget();
        columns.stop();
    }

    private ImportPlan plan() {
        var found = detected.get()
                .orElseThrow(() -> new Problem(Texts.of("import.notRead"), fileName(), Texts.of("import.notReadRemedy"))
                        .asFailure());
        var plan = ImportPlan.of(
                        name.get(), role.get(), found, columns.plansProperty().get())
                .from(origin);
        return numbered.get() ? plan.numberedFrom(1) : plan;
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
