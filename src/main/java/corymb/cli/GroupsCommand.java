package corymb.cli;

import corymb.clustering.Clustering;
import corymb.clustering.DistillationPlan;
import corymb.project.GroupSteps;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "groups",
        description = "Lists and names the groups of the newest clustering, and puts them into rules.",
        mixinStandardHelpOptions = true)
final class GroupsCommand extends ProjectCommand {
    @Parameters(index = "1", arity = "0..1", defaultValue = "list", description = "list, rename or rules.")
    private Action action = Action.LIST;

    @Parameters(index = "2", arity = "0..1", paramLabel = "N", description = "The group to rename.")
    private Optional<Integer> group = Optional.empty();

    @Parameters(index = "3", arity = "0..1", paramLabel = "NAME", description = "What to call it.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--depth",
            defaultValue = "3",
            description = "How many questions in a row a rule asks at most, 1 to 6 (default: ${DEFAULT-VALUE}).")
    private int depth = DistillationPlan.USUAL;

    /** What can be done with groups. */
    enum Action {
        LIST,
        RENAME,
        RULES
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var groups = journey.groups();
        return switch (action) {
            case LIST -> list(groups.clustering());
            case RENAME -> rename(file, groups, progress);
            case RULES -> rules(groups, progress);
        };
    }

    private Reply rename(ProjectFile file, GroupSteps groups, Progress progress) {
        if (group.isEmpty() || name.isEmpty()) {
            throw wrongUsage("Which group, and what to call it? Such as: rename 2 \"Lapsed big spenders\".");
        }
        file.commit(groups.rename(group.get(), name.get()), progress);
        return list(groups.clustering());
    }

    private Reply rules(GroupSteps groups, Progress progress) {
        var plan = distillation(depth);
        var reply = new Reply();
        GroupRuleValues.describe(groups.rules(plan, progress), reply);
        return reply;
    }

    private static Reply list(Clustering clustering) {
        var reply = new Reply().key("groups", groups(clustering));
        clustering
                .clusters()
                .forEach(group -> reply.line("%d: %,d customers, %s", group.cluster(), group.size(), group.name()));
        return reply;
    }

    /** Each group with its name and size. */
    private static List<?> groups(Clustering clustering) {
        return clustering.clusters().stream()
                .map(group -> JsonValues.object(
                        "cluster", group.cluster(),
                        "name", group.name(),
                        "size", group.size(),
                        "share", group.share().value(),
                        "centre", group.centre()))
                .toList();
    }
}
