package corymb.cli;

import corymb.chart.PathWords;
import corymb.path.CohortPlan;
import corymb.path.FunnelPlan;
import corymb.path.PathPlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.SavedPlans;
import corymb.work.Progress;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "paths",
        description = "Lists, renames and removes the funnels and cohorts that are kept under names.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "They are kept by funnel --save NAME and cohorts --save NAME, and asked again by funnel --name NAME and"
                    + " cohorts --name NAME."
        })
final class PathsCommand extends ProjectCommand {
    @Parameters(index = "1", arity = "0..1", defaultValue = "list", description = "list, rename or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "3", arity = "0..1", paramLabel = "NEW", description = "With rename: its new name.")
    private Optional<String> renamed = Optional.empty();

    /** What can be done with what is kept. */
    enum Action {
        LIST,
        RENAME,
        REMOVE
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        switch (action) {
            case LIST -> {}
            case RENAME -> file.commit(journey.paths().rename(named(), newName()), progress);
            case REMOVE -> file.commit(journey.paths().remove(named()), progress);
        }
        return list(file.history().present().paths());
    }

    private String named() {
        return name.orElseThrow(() -> wrongUsage("Which one? Its name is missing."));
    }

    private String newName() {
        return renamed.orElseThrow(() -> wrongUsage("What is it to be called? The new name is missing."));
    }

    private static Reply list(SavedPlans<PathPlan> saved) {
        var reply = new Reply()
                .key("paths", saved.plans().stream().map(PathsCommand::values).toList());
        saved.plans()
                .forEach(each ->
                        reply.line("%s, %s: %s", each.name(), each.plan().word(), PathWords.plan(each.plan())));
        return saved.plans().isEmpty() ? reply.line("No funnel and no cohorts are kept.") : reply;
    }

    private static Object values(SavedPlans.Saved<PathPlan> saved) {
        return JsonValues.object(
                "name", saved.name(), "kind", kind(saved.plan()), "asks", PathWords.plan(saved.plan()));
    }

    /** The command that asks it. */
    private static String kind(PathPlan plan) {
        return switch (plan) {
            case FunnelPlan _ -> "funnel";
            case CohortPlan _ -> "cohorts";
        };
    }
}
