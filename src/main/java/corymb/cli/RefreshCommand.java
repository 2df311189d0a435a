package corymb.cli;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import picocli.CommandLine.Command;

@Command(name = "refresh", description = "Runs every stale plan again, in order.", mixinStandardHelpOptions = true)
final class RefreshCommand extends ProjectCommand {
    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var steps = journey.refresh(progress);
        var reply = new Reply()
                .key(
                        "steps",
                        steps.stream()
                                .map(step -> JsonValues.object("step", step.label(), "seconds", step.seconds()))
                                .toList());
        steps.forEach(step -> reply.line("%s (%.2f s)", step.label(), step.seconds()));
        return steps.isEmpty() ? reply.line("Everything is up to date.") : reply;
    }
}
