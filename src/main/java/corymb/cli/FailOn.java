package corymb.cli;

import corymb.quality.CheckResult;
import corymb.quality.Severity;
import corymb.work.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which failed checks make a command fail, and how their results are told. */
final class FailOn {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 when a check of this severity or a graver one does not pass: error or warning.")
    private Optional<Severity> severity = Optional.empty();

    boolean isMetBy(List<CheckResult> results) {
        return results.stream()
                .anyMatch(result -> !result.isPassed()
                        && severity.filter(least -> result.check().severity().compareTo(least) >= 0)
                                .isPresent());
    }

    /** Ends the command as failed where it is met. */
    void require(List<CheckResult> results) {
        if (isMetBy(results)) {
            var failed = results.stream().filter(result -> !result.isPassed()).toList();
            throw new Problem(
                            "The rows do not meet the checks stated for them, and were not taken.",
                            failed.stream().map(FailOn::line).collect(Collectors.joining(" ")),
                            "Mend them, or import without --fail-on.")
                    .asFailure();
        }
    }

    static Map<String, Object> json(CheckResult result) {
        var json = CheckFile.write(result.check());
        json.put("passed", result.isPassed());
        json.put("verdict", result.verdict());
        json.put("rows", result.failed());
        json.put("of", result.rows());
        json.put("message", result.message());
        return json;
    }

    static String line(CheckResult result) {
        var check = result.check();
        var verdict = switch (result.verdict()) {
            case PASSED -> "passed";
            case WITHIN_TOLERANCE -> "passed within tolerance";
            case FAILED, NOT_RUN -> check.severity() == Severity.ERROR ? "ERROR" : "WARNING";
        };
        return "%d %s: %s: %s".formatted(check.id(), check.source(), verdict, result.message());
    }
}
