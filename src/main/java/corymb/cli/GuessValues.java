package corymb.cli;

import corymb.importing.ColumnPlan;
import corymb.importing.Detected;
import corymb.importing.DetectedColumn;
import corymb.importing.Guess;
import corymb.importing.ImportPlan;
import corymb.importing.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a look at a file guessed, how sure that is and what else it could be, as JSON. */
final class GuessValues {
    private GuessValues() {}

    static Map<String, Object> of(Detected detected) {
        var guesses = detected.guesses();
        return JsonValues.object(
                "encoding",
                of(guesses.encoding()),
                "delimiter",
                of(guesses.delimiter()),
                "quote",
                of(guesses.quote()),
                "escape",
                of(guesses.escape()),
                "comment",
                of(guesses.comment()),
                "header",
                of(guesses.header()),
                "skippedLines",
                of(guesses.skippedLines()),
                "columns",
                columns(detected));
    }

    private static List<Map<String, Object>> columns(Detected detected) {
        return detected.columns().stream()
                .map(column -> JsonValues.object(
                        "column",
                        column.name(),
                        "type",
                        of(column.guesses().type()),
                        "meaning",
                        of(column.guesses().meaning()),
                        "dayOrder",
                        of(column.guesses().dayOrder()),
                        "decimalMark",
                        of(column.guesses().decimalMark())))
                .toList();
    }

    private static Map<String, Object> of(Guess guess) {
        var values = new LinkedHashMap<String, Object>();
        values.put("value", guess.value());
        values.put("confidence", guess.confidence().value());
        values.put("runnerUp", guess.runnerUp());
        values.put("reason", guess.reason());
        return values;
    }

    /** One line for each guess that a person had better look at. */
    static List<String> doubts(Detected detected, ImportPlan plan) {
        var guesses = detected.guesses();
        var doubts = new java.util.ArrayList<String>();
        doubt("encoding", guesses.encoding(), doubts);
        doubt("delimiter", guesses.delimiter(), doubts);
        doubt("header", guesses.header(), doubts);
        for (int i = 0; i < detected.columns().size(); i++) {
            var column = detected.columns().get(i);
            if (isGuessed(plan.columns().get(i), column)) {
                doubt("type of " + column.name(), column.guesses().type(), doubts);
            }
            doubt("dates of " + column.name(), column.guesses().dayOrder(), doubts);
            doubt("decimals of " + column.name(), column.guesses().decimalMark(), doubts);
        }
        return doubts;
    }

    /** What a field holds is known, and what a person said is not asked again. */
    private static boolean isGuessed(ColumnPlan plan, DetectedColumn column) {
        return plan.target() instanceof Target.Attribute && plan.type() == column.type();
    }

    private static void doubt(String what, Guess guess, List<String> doubts) {
        if (!guess.isSure() && !guess.runnerUp().isEmpty()) {
            doubts.add("Not sure of the %s: %s, perhaps %s. %s"
                    .formatted(what, words(guess.value()), words(guess.runnerUp()), guess.reason()));
        }
    }

    private static String words(String value) {
        return value.matches("[A-Z]{3,}|[A-Z]+_[A-Z]+")
                ? value.toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                : value;
    }
}
