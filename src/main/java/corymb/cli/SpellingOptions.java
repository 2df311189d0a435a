package corymb.cli;

import corymb.project.Journey;
import corymb.repair.RepairStep;
import corymb.repair.SpellingPlan;
import corymb.repair.TextRepair;
import corymb.repair.ValueCluster;
import corymb.store.RepairFile;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How spellings of the same value are looked for. */
final class SpellingOptions {
    @Option(names = "--column", paramLabel = "COLUMN", description = "Propose which of its values to merge.")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--method",
            defaultValue = "fingerprint",
            paramLabel = "METHOD",
            description =
                    "What makes two values alike: fingerprint, ngram, phonetic, cologne or levenshtein (default: ${DEFAULT-VALUE}).")
    private SpellingPlan.Method method = SpellingPlan.Method.FINGERPRINT;

    @Option(
            names = "--size",
            defaultValue = "2",
            paramLabel = "N",
            description = "The length of n-grams, or the most edits (default: ${DEFAULT-VALUE}).")
    private int size;

    /** The groups that are found, and the dictionary that would merge them. */
    Reply propose(BaseCommand command, Journey journey, String source, Progress progress) {
        var name = column.orElseThrow(() -> command.wrongUsage("propose goes with --column COLUMN."));
        var clusters = journey.repairs().spellings(source, plan(command, name), progress);
        var entries =
                clusters.stream().flatMap(cluster -> cluster.entries().stream()).toList();
        var repairs = entries.isEmpty()
                ? List.of()
                : List.of(RepairFile.json(new RepairStep(new TextRepair.Dictionary(name, entries), true)));
        var reply = new Reply()
                .key("source", source)
                .key(
                        "clusters",
                        clusters.stream().map(SpellingOptions::describe).toList())
                .key("repairs", repairs)
                .line("%d groups of values of %s are likely spellings of the same", clusters.size(), name);
        clusters.forEach(cluster -> reply.line("  %s", line(cluster)));
        return reply;
    }

    private SpellingPlan plan(BaseCommand command, String name) {
        try {
            return new SpellingPlan(name, method, size);
        } catch (IllegalArgumentException e) {
            throw command.wrongUsage("--size: " + e.getMessage() + ".");
        }
    }

    private static String line(ValueCluster cluster) {
        return cluster.values().stream()
                .map(value -> "%s (%,d)".formatted(value.text(), value.rows()))
                .collect(Collectors.joining(" <- "));
    }

    private static Map<String, Object> describe(ValueCluster cluster) {
        return JsonValues.object(
                "usual",
                cluster.usual(),
                "values",
                cluster.values().stream()
                        .map(value -> JsonValues.object("value", value.text(), "rows", value.rows()))
                        .toList());
    }
}
