package corymb.cli;

import corymb.clustering.Clustering;
import corymb.clustering.DistillationPlan;
import corymb.project.GroupChange;
import corymb.project.GroupSteps;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "groups",
        description = "Lists, names and keeps the groups of the newest clustering, and puts them into rules.",
        mixinStandardHelpOptions = true)
final class GroupsCommand extends ProjectCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "list",
            description = "list, rename, rules, moves, drift or assign (default: ${DEFAULT-VALUE}).")
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

    @Option(names = "--out", paramLabel = "FILE", description = "Write customer_id,cluster as CSV after assigning.")
    private Optional<Path> out = Optional.empty();

    /** What can be done with groups. */
    enum Action {
        LIST,
        RENAME,
        RULES,
        /** What became of the groups found before by the same plan. */
        MOVES,
        /** What would become of the groups if they were kept. */
        DRIFT,
        /** Keeps the groups and sorts the customers there are now into them. */
        ASSIGN
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var groups = journey.groups();
        return switch (action) {
            case LIST -> list(groups.clustering());
            case RENAME -> rename(file, groups, progress);
            case RULES -> rules(groups, progress);
            case MOVES -> SuccessionValues.describe(groups.clustering().since(), new Reply());
            case DRIFT -> drift(journey, progress);
            case ASSIGN -> assign(file, journey, progress);
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

    private static Reply drift(Journey journey, Progress progress) {
        journey.ensureFeatures(progress.between(0, 0.4));
        var groups = journey.groups();
        return SuccessionValues.describeAgeing(
                groups.ageing(progress.between(0.4, 1)), groups.clustering().belonging(), new Reply());
    }

    private Reply assign(ProjectFile file, Journey journey, Progress progress) {
        WorkFile.require(file, out);
        journey.ensureFeatures(progress.between(0, 0.4));
        var change = (GroupChange.GroupsKept) journey.groups().keep(progress.between(0.4, 0.9));
        file.commit(change, progress.between(0.9, 0.95));
        var kept = change.clustering().value();
        out.ifPresent(path -> WorkFile.write(file, kept.members(), path, progress.between(0.95, 1)));
        return SuccessionValues.describeAgeing(kept.since(), kept.belonging(), list(kept));
    }

    private static Reply list(Clustering clustering) {
        var within = clustering.plan().within();
        var reply = new Reply().key("groups", groups(clustering)).key("within", within);
        within.ifPresent(segment -> reply.line("Among the members of “%s”:", segment));
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
