package corymb.cli;

import corymb.project.Journey;
import corymb.project.Lineage;
import corymb.project.ProjectFile;
import corymb.table.Zone;
import corymb.work.Progress;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "zone",
        description = {
            "Says or chooses whose days, weeks, months and hours rules, features, funnels and cohorts mean (UTC where nobody chose).",
            "What was counted by the days of another zone is out of date then; \"refresh\" counts it again."
        },
        mixinStandardHelpOptions = true)
final class ZoneCommand extends ProjectCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ZONE",
            description = "The zone to take, such as Europe/Berlin, America/New_York, +02:00 or UTC.")
    private Optional<String> chosen = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        chosen.map(this::zone)
                .filter(zone -> !zone.equals(file.history().present().zone()))
                .ifPresent(zone -> journey.take((steps, _) -> steps.choose(zone), progress));
        var project = file.history().present();
        int stale = Lineage.stale(project).size();
        var reply = new Reply().key("zone", project.zone().id()).key("stale", stale);
        return stale == 0
                ? reply.line("Days and hours are those of %s.", project.zone())
                : reply.line("Days and hours are those of %s; %,d results are out of date.", project.zone(), stale);
    }

    private Zone zone(String id) {
        try {
            return new Zone(id);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + ".");
        }
    }
}
