package corymb.cli;

import corymb.work.Progress;
import corymb.world.World;
import corymb.world.WorldPlan;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "world",
        description = "Writes sample data of an invented retailer, as large as wanted.",
        mixinStandardHelpOptions = true)
final class WorldCommand extends BaseCommand {
    @Option(names = "--people", defaultValue = "6000", description = "How many people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write into.")
    private Path out = Path.of("");

    @Override
    Reply run(Progress progress) {
        if (people < 1 || people > WorldPlan.MOST_PEOPLE) {
            throw wrongUsage("A world has 1 to 5,000,000 people, not " + people + ".");
        }
        World.write(new WorldPlan(people, seed()), out, progress);
        return new Reply().key("people", people).key("folder", out).line("%,d people live in %s.", people, out);
    }
}
