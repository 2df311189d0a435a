package corymb.cli;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import picocli.CommandLine.Command;

@Command(
        name = "compact",
        description = "Makes a project file as small as it can be: forgets what only undo needs, deletes the backups.",
        mixinStandardHelpOptions = true)
final class CompactCommand extends ProjectCommand {
    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        long before = file.bytes();
        file.compact(progress);
        return new Reply()
                .key("bytesBefore", before)
                .key("bytes", file.bytes())
                .line("%,d bytes, %,d before; the steps up to now can no longer be undone.", file.bytes(), before);
    }
}
