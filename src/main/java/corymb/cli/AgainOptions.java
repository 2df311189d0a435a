package corymb.cli;

import corymb.importing.Recipe;
import corymb.project.Named;
import corymb.project.Project;
import corymb.store.RecipeFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a file was read before, where it is to be read so again. */
final class AgainOptions {
    @Option(
            names = "--again",
            paramLabel = "SOURCE",
            description = "Read the file like the newest of that source, and put it there.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--recipe", paramLabel = "FILE", description = "Read the file as a saved recipe says.")
    private Optional<Path> recipe = Optional.empty();

    @Option(
            names = "--save-recipe",
            paramLabel = "FILE",
            description = "Write down how the file was read, for --recipe in another project.")
    private Optional<Path> saved = Optional.empty();

    /** What was asked for; empty where nothing was. */
    Optional<Recipe> asked(BaseCommand command, Project project) {
        if (source.isPresent() && recipe.isPresent()) {
            throw command.wrongUsage("Give one of --again and --recipe, not both.");
        }
        return source.map(name -> Recipe.of(new Named(project).source(name))).or(() -> recipe.map(RecipeFile::read));
    }

    /** The source to put the file in; empty where the file or another option says. */
    String source() {
        return source.orElse("");
    }

    Optional<Path> saved() {
        return saved;
    }
}
