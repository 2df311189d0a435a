package corymb.cli;

import corymb.feature.FeatureMatrix;
import corymb.project.ProjectFile;
import corymb.work.Problem;
import java.util.List;
import picocli.CommandLine.Option;

/** The features by which customers are compared. */
final class FeatureOptions {
    @Option(
            names = "--features",
            split = ",",
            paramLabel = "a,b",
            description = "The features that say who is alike; otherwise all numbers that differ between customers.")
    private List<String> features = List.of();

    /** Their names, at least one. */
    List<String> chosen(ProjectFile file) {
        var known = file.history().present().features().orElseThrow().value();
        var chosen = features.isEmpty()
                ? FeatureMatrix.suitable(known)
                : features.stream().map(String::strip).distinct().toList();
        if (chosen.isEmpty()) {
            throw new Problem(
                            "No feature is a number that differs between customers.",
                            "",
                            "Import events or a file with numbers about each customer, or name the features with --features.")
                    .asFailure();
        }
        return chosen;
    }
}
