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
            description =
                    "The features that say who is alike (default: up to 12 numbers that differ between customers and are known of half of them; for kprototypes and gower categories too).")
    private List<String> features = List.of();

    /** Their names, at least one. */
    List<String> chosen(ProjectFile file, boolean areMixed) {
        var known = file.history().present().features().orElseThrow().value();
        var suitable = areMixed ? FeatureMatrix.suitableMixed(known) : FeatureMatrix.suitable(known);
        var chosen = features.isEmpty()
                ? suitable
                : features.stream().map(String::strip).distinct().toList();
        if (known.table().rows() == 1) {
            throw new Problem("There is only one customer, and nobody to compare with.", "", "Import more of them.")
                    .asFailure();
        }
        if (chosen.isEmpty()) {
            throw new Problem(
                            "No feature is a number that differs between customers.",
                            "",
                            "Import events or a file with numbers about each customer, or name the features with --features; categories are compared by --method kprototypes or gower of cluster.")
                    .asFailure();
        }
        return chosen;
    }
}
