package corymb.cli;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A command over one project. */
abstract class ProjectCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project file (*.corymb).")
    private Path project = Path.of("");

    /** Does the work on the open project. */
    abstract Reply run(ProjectFile file, Journey journey, Progress progress) throws Exception;

    @Override
    Reply run(Progress progress) throws Exception {
        return with(project, progress, this::run);
    }

    Path project() {
        return project;
    }
}
