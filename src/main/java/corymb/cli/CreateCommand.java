package corymb.cli;

import corymb.work.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Creates a new, empty project; refuses to overwrite.",
        mixinStandardHelpOptions = true)
final class CreateCommand extends BaseCommand {
    @Parameters(paramLabel = "PROJECT", description = "The project file to create (*.corymb).")
    private Path project = Path.of("");

    @Override
    Reply run(Progress progress) {
        try (var file = files().create(project)) {
            return new Reply()
                    .key("project", file.path())
                    .key("bytes", file.bytes())
                    .line("Created %s.", file.path());
        }
    }
}
