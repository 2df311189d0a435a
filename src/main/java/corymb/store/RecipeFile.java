package corymb.store;

import corymb.importing.Recipe;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;

/** A recipe for imports as a small JSON file, to be used in another project. */
public final class RecipeFile {
    private static final long MOST_BYTES = 4 << 20;

    private RecipeFile() {}

    /** Writes a recipe, without a word of where the file lay that it was made for. */
    public static void write(Recipe recipe, Path file) {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(beside, new ChangeCodec().writeResult(recipe.anywhere()));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw SqliteProblems.cannotWrite(file, e);
        } finally {
            SqliteProblems.delete(beside);
        }
    }

    /**
     * Reads a recipe.
     *
     * @throws corymb.work.Failure when the file is missing, far too large or none
     */
    public static Recipe read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                return new ChangeCodec().readRecipe(Files.readString(file));
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new corymb.work.Failure(none(file), e);
        }
        throw none(file).asFailure();
    }

    private static Problem none(Path file) {
        return new Problem(
                "This is no recipe for imports.",
                file.toString(),
                "Save one in the last step of an import, or with corymb import --save-recipe FILE.");
    }
}
