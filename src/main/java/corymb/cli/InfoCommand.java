package corymb.cli;

import corymb.importing.Role;
import corymb.project.Journey;
import corymb.project.Lineage;
import corymb.project.Made;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "info", description = "Says what is in a project.", mixinStandardHelpOptions = true)
final class InfoCommand extends ProjectCommand {
    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var project = file.history().present();
        long customers =
                project.customers().map(made -> made.value().customers()).orElse(0L);
        long events = rows(project, Role.EVENTS);
        long features = project.features()
                .map(made -> (long) made.value().summaries().size())
                .orElse(0L);
        return new Reply()
                .key(
                        "sources",
                        project.sources().stream().map(made -> source(made)).toList())
                .key("customers", customers)
                .key("events", events)
                .key("features", features)
                .key("clusterings", project.clusterings().size())
                .key("maps", project.maps().size())
                .key("segments", segments(project))
                .key("experiments", project.studies().size())
                .key(
                        "recommendations",
                        project.recommendation()
                                .map(made -> made.value().table().rows())
                                .orElse(0L))
                .key("zone", project.zone().id())
                .key("stale", Lineage.stale(project).size())
                .key("bytes", file.bytes())
                .line(
                        "Sources: %d; customers: %,d; events: %,d; features: %d",
                        project.sources().size(), customers, events, features)
                .line(
                        "Clusterings: %d; segments: %d; experiments: %d; bytes: %,d",
                        project.clusterings().size(),
                        project.segments().size(),
                        project.studies().size(),
                        file.bytes());
    }

    private static long rows(Project project, Role role) {
        return project.data(role).stream().mapToLong(data -> data.rows()).sum();
    }

    private static Map<String, Object> source(Made<corymb.importing.Source> made) {
        var source = made.value();
        return JsonValues.object(
                "source",
                source.name(),
                "role",
                source.role(),
                "rows",
                source.rows(),
                "accepted",
                source.accepted(),
                "rejected",
                source.rejected(),
                "duplicates",
                source.duplicates());
    }

    private static List<Map<String, Object>> segments(Project project) {
        return project.segments().stream()
                .map(made -> JsonValues.object(
                        "name", made.value().name(), "members", made.value().count()))
                .toList();
    }
}
