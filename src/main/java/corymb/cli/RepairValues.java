package corymb.cli;

import corymb.importing.Source;
import corymb.repair.RepairOutcome;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.store.RepairFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repairs as JSON keys and in words. */
final class RepairValues {
    private RepairValues() {}

    /** What came of each repair of a source. */
    static List<Map<String, Object>> outcomes(Source source) {
        return source.repaired().outcomes().stream().map(RepairValues::outcome).toList();
    }

    private static Map<String, Object> outcome(RepairOutcome outcome) {
        return JsonValues.object(
                "words",
                outcome.step().repair().label(),
                "on",
                outcome.step().isOn(),
                "rows",
                outcome.rows(),
                "fits",
                outcome.fits(),
                "note",
                outcome.note(),
                "matches",
                matches(outcome));
    }

    /** How the rows of a lookup were matched; null of other repairs. */
    private static Optional<Map<String, Object>> matches(RepairOutcome outcome) {
        return outcome.matches()
                .map(matches -> JsonValues.object(
                        "exact",
                        matches.exact(),
                        "similar",
                        matches.similar(),
                        "several",
                        matches.several(),
                        "none",
                        matches.none(),
                        "unasked",
                        matches.unasked()));
    }

    /** The same, a line each. */
    static void tell(Source source, Reply reply) {
        var outcomes = source.repaired().outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            var came = outcome.step().isOn() ? "%,d rows changed".formatted(outcome.rows()) : "off";
            var note = outcome.note().isEmpty() ? "" : ". " + outcome.note();
            reply.line("  %d. %s: %s%s", i + 1, outcome.step().repair().label(), came, note);
        }
    }

    /** What a repair would do, as JSON keys; the same is told in words. */
    static Map<String, Object> preview(RepairStep step, RepairPreview preview, Reply reply) {
        reply.line(
                "%s: %,d rows would change",
                step.repair().label(), preview.outcome().rows());
        preview.examples()
                .forEach(example -> reply.line(
                        "  %s, row %d: \"%s\" -> \"%s\" (%,d rows)",
                        example.column(), example.row(), example.before(), example.after(), example.rows()));
        if (!preview.outcome().note().isEmpty()) {
            reply.line("  %s", preview.outcome().note());
        }
        return JsonValues.object(
                "repair",
                RepairFile.json(step),
                "words",
                step.repair().label(),
                "rows",
                preview.outcome().rows(),
                "note",
                preview.outcome().note(),
                "matches",
                matches(preview.outcome()),
                "examples",
                preview.examples().stream()
                        .map(example -> JsonValues.object(
                                "column",
                                example.column(),
                                "row",
                                example.row(),
                                "before",
                                example.before(),
                                "after",
                                example.after(),
                                "rows",
                                example.rows()))
                        .toList());
    }
}
