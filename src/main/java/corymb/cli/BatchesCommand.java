package corymb.cli;

import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.quality.ComparingImports;
import corymb.quality.ComparisonPlan;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "batches",
        description = "Shows the imports of each source, lays one beside another, and takes one out again.",
        mixinStandardHelpOptions = true)
final class BatchesCommand extends ProjectCommand {
    @Option(names = "--source", paramLabel = "NAME", description = "Only those of one source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--remove", paramLabel = "N", description = "Take import number N of the source out again.")
    private Optional<Integer> removed = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "N",
            description =
                    "Lay import number N of the source beside the one before it: rows, missing values, how far values moved.")
    private Optional<Integer> compared = Optional.empty();

    @Option(names = "--with", paramLabel = "M", description = "With --compare: beside import number M instead.")
    private Optional<Integer> other = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (removed.isPresent()) {
            var name = source.orElseThrow(() -> wrongUsage("--remove goes with --source NAME."));
            journey.take((steps, part) -> steps.removeImport(name, removed.get(), part), progress);
        }
        if ((compared.isPresent() && source.isEmpty()) || (other.isPresent() && compared.isEmpty())) {
            throw wrongUsage("--compare goes with --source NAME, and --with with --compare.");
        }
        var sources = sources(file.history().present());
        var reply = new Reply()
                .key("sources", sources.stream().map(BatchesCommand::describe).toList());
        if (compared.isPresent()) {
            var comparison =
                    ComparingImports.run(file.engine(), sources.getFirst(), plan(sources.getFirst()), progress);
            ComparisonValues.tell(comparison, reply);
            return reply.key("comparison", ComparisonValues.of(comparison));
        }
        sources.forEach(each -> tell(each, reply));
        return reply;
    }

    private ComparisonPlan plan(Source about) {
        int later = compared.orElseThrow();
        return other.map(earlier -> new ComparisonPlan(about.name(), earlier, later))
                .orElseGet(() -> ComparingImports.withTheOneBefore(about, later));
    }

    private static void tell(Source source, Reply reply) {
        reply.line("%s: %,d rows", source.name(), source.accepted());
        for (int i = 0; i < source.batches().size(); i++) {
            reply.line("  %s", BatchValues.line(source, i));
        }
    }

    private static Map<String, Object> describe(Source source) {
        return JsonValues.object(
                "source",
                source.name(),
                "role",
                source.role(),
                "rows",
                source.accepted(),
                "imports",
                BatchValues.of(source));
    }

    private List<Source> sources(Project project) {
        if (source.isEmpty()) {
            return project.sources().stream().map(Made::value).toList();
        }
        var isGone = removed.isPresent() && project.source(source.get()).isEmpty();
        return isGone ? List.of() : List.of(new Named(project).source(source.get()));
    }
}
