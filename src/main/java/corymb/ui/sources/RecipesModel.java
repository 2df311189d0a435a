package corymb.ui.sources;

import corymb.importing.Recipe;
import corymb.report.OutputPlace;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How files of one shape are read, kept in files of its own: saved, opened and put away again. */
public final class RecipesModel {
    private static final Dialogs.FileKind KIND = new Dialogs.FileKind(Texts.of("import.recipeKind"), List.of("*.json"));

    private final Session session;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<Optional<Recipe>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    RecipesModel(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
    }

    /** The recipe that is followed; empty when none was opened. */
    public ReadOnlyObjectProperty<Optional<Recipe>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The file that a recipe was last written into; empty after a failure. */
    public ReadOnlyObjectProperty<Optional<Path>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** What stood in the way last. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Asks for a recipe and follows it. */
    public void open() {
        dialogs.chooseFile(Texts.of("import.openRecipe"), KIND)
                .ifPresent(file ->
                        session.read(Texts.of("import.openRecipe"), (open, _) -> open.readRecipe(file), outcome -> {
                            tell(outcome);
                            if (outcome instanceof Outcome.Done(var recipe)) {
                                opened.set(Optional.of(recipe));
                            }
                        }));
    }

    /** Follows none any longer. */
    public void putAway() {
        opened.set(Optional.empty());
    }

    /** Asks where to, and writes a recipe. */
    void save(Recipe recipe) {
        var project = session.project();
        dialogs.chooseTarget(
                        Texts.of("import.saveRecipe"),
                        Texts.of("import.recipeFile", recipe.plan().source()),
                        KIND)
                .ifPresent(file -> {
                    saved.set(Optional.empty());
                    session.read(
                            Texts.of("import.saveRecipe"),
                            (open, _) -> {
                                OutputPlace.require(project, file);
                                open.saveRecipe(recipe, file);
                                return file;
                            },
                            outcome -> {
                                tell(outcome);
                                if (outcome instanceof Outcome.Done(var written)) {
                                    saved.set(Optional.of(written));
                                }
                            });
                });
    }

    private void tell(Outcome<?> outcome) {
        problem.set(outcome instanceof Outcome.Failed<?>(var what) ? Optional.of(what) : Optional.empty());
    }
}
