package corymb.cli;

import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Verifies a project file and the checksum of every part.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends BaseCommand {
    @Parameters(paramLabel = "PROJECT", description = "The project file (*.corymb).")
    private Path project = Path.of("");

    @Override
    Reply run(Progress progress) {
        var problems = files().check(project, progress);
        var reply = new Reply()
                .key("ok", problems.isEmpty())
                .key("problems", problems.stream().map(Problem::line).toList());
        problems.forEach(problem -> reply.line("%s", problem.line()));
        return problems.isEmpty() ? reply.line("%s is sound.", project) : reply.failed();
    }
}
