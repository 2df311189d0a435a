package corymb.cli;

import corymb.clustering.DistillationPlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.SegmentChange;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.segment.UnknownIds;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Who is to belong to a segment. */
final class DefineOptions {
    @Option(
            names = "--rule",
            paramLabel = "TEXT",
            description = "Who belongs to it, such as: monetary > 200 and country = \"DE\".")
    private String rule = "";

    @Option(
            names = "--from-cluster",
            paramLabel = "N",
            description = "Take the rule that tells a group of the newest clustering, instead of --rule.")
    private Optional<Integer> cluster = Optional.empty();

    @Option(
            names = "--depth",
            defaultValue = "3",
            description = "How many questions in a row such a rule asks at most, 1 to 6 (default: ${DEFAULT-VALUE}).")
    private int depth = DistillationPlan.USUAL;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Take the customers whose ids are in this file, with blanks, commas or lines between them.")
    private Optional<Path> ids = Optional.empty();

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "Take the rule of this template, such as Champions, instead of --rule.")
    private Optional<String> template = Optional.empty();

    /** Complains where it is not said who belongs to it, or said twice. */
    void require(BaseCommand command) {
        long ways = Stream.of(!rule.isBlank(), cluster.isPresent(), template.isPresent(), ids.isPresent())
                .filter(is -> is)
                .count();
        if (ways != 1) {
            throw command.wrongUsage("Who belongs to it? Give one of --rule, --from-cluster, --template and --ids.");
        }
    }

    /** Finds the members of a segment of that name and keeps it. */
    Reply define(BaseCommand command, String name, ProjectFile file, Journey journey, Progress progress) {
        if (cluster.isPresent()) {
            return byCluster(command, name, file, journey, progress);
        }
        var wanted = template.map(known -> TemplateValues.rule(known, file, journey, progress.between(0, 0.4)))
                .or(() -> ids.map(IdsFile::rule))
                .orElseGet(() -> RuleParser.require(rule));
        var plan = new SegmentPlan(name, wanted);
        journey.ensureFeatures(progress.between(0, 0.4));
        var reply = keep(file, journey, plan, progress);
        if (ids.isPresent()) {
            UnknownIds.of(file.engine(), journey.population(), wanted, progress)
                    .ifPresent(found -> reply.key("listed", found.listed())
                            .key("unknown", found.unknown())
                            .line(
                                    "%,d of the %,d on the list are not customers.",
                                    found.unknown().size(), found.listed()));
        }
        return reply;
    }

    private Reply byCluster(BaseCommand command, String name, ProjectFile file, Journey journey, Progress progress) {
        int wanted = cluster.orElseThrow();
        var rules = journey.groups().rules(command.distillation(depth), progress.between(0, 0.4));
        rules.require(wanted);
        var plan = rules.segment(name, journey.groups().clustering().clusters().get(wanted));
        var reply = keep(file, journey, plan, progress);
        var made = rules.distillation();
        var told = made.clusters().get(wanted);
        return reply.key("fidelity", made.fidelity())
                .key("heldOutFidelity", made.heldOutFidelity())
                .key("group", GroupRuleValues.values(told, Optional.of(plan.rule())))
                .line(
                        "It catches %,d of the %,d customers of group %d, and %,d others.",
                        told.fit().caught(),
                        told.fit().caught() + told.fit().missed(),
                        wanted,
                        told.fit().strangers());
    }

    private static Reply keep(ProjectFile file, Journey journey, SegmentPlan plan, Progress progress) {
        var change = (SegmentChange.SegmentDefined) journey.segments().define(plan, progress.between(0.4, 0.8));
        file.commit(change, progress.between(0.8, 0.95));
        return SegmentValues.describe(change.segment().value(), file, progress.between(0.95, 1));
    }
}
