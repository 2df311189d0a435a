package corymb.cli;

import corymb.preparation.PreparationPlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.SavedPlans;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preparations",
        description =
                "Keeps plans of preparation under names, to look for groups by them again: cluster --prepare NAME.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A plan comes from a file (--define FILE; see corymb cluster --help) or, without one, from the newest groups.",
            "What show --json prints is such a file."
        })
final class PreparationsCommand extends ProjectCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "list",
            description = "list, show, save or remove (default: ${DEFAULT-VALUE}).")
    private Action action = Action.LIST;

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Which plan.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--define",
            paramLabel = "FILE",
            description = "The plan to save (default: that of the newest groups).")
    private Optional<Path> definition = Optional.empty();

    /** What can be done with plans. */
    enum Action {
        LIST,
        SHOW,
        SAVE,
        REMOVE
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (action == Action.LIST) {
            return list(file.history().present().preparations());
        }
        var named = name.orElseThrow(() -> wrongUsage("Which plan? Its name is missing."));
        return switch (action) {
            case LIST, SHOW -> show(file.history().present().preparations().require(named));
            case SAVE -> {
                var plan = definition
                        .map(PreparationFile::read)
                        .orElseGet(() -> journey.groups().clustering().plan().preparation());
                file.commit(journey.preparations().save(named, plan), progress);
                yield list(file.history().present().preparations());
            }
            case REMOVE -> {
                file.commit(journey.preparations().remove(named), progress);
                yield list(file.history().present().preparations());
            }
        };
    }

    private static Reply list(SavedPlans<PreparationPlan> saved) {
        var reply = new Reply()
                .key(
                        "preparations",
                        saved.plans().stream()
                                .map(each -> JsonValues.object(
                                        "name", each.name(), "steps", PreparationFile.values(each.plan())))
                                .toList());
        saved.plans()
                .forEach(each -> reply.line("%s: %s", each.name(), each.plan().words()));
        return saved.plans().isEmpty() ? reply.line("No preparation is saved.") : reply;
    }

    private static Reply show(SavedPlans.Saved<PreparationPlan> saved) {
        return new Reply()
                .key("name", saved.name())
                .key("steps", PreparationFile.values(saved.plan()))
                .line("%s: %s", saved.name(), saved.plan().words());
    }
}
