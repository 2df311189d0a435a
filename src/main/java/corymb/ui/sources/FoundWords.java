package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Detected;
import corymb.importing.DetectedColumn;
import corymb.importing.FileFormat;
import corymb.importing.Guess;
import corymb.importing.PassedLine;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the look at a file is not sure of, and what it passed over, in words. */
final class FoundWords {
    private static final int SHOWN = 3;
    private static final int WHOLE = 100;

    private FoundWords() {}

    /** How many columns there are, and in what. */
    static String columns(Detected detected) {
        var count = Numbers.local().count(detected.columns().size());
        var kind = switch (detected.format()) {
            case CSV -> detected.dialect().isFixed() ? "import.ofFixed" : "import.ofText";
            case JSON -> "import.ofObjects";
            case XLSX -> "import.ofSheet";
            case PARQUET -> "import.ofParquet";
            case DBF -> "import.ofDbase";
            case SQLITE -> "import.ofDatabase";
        };
        return Texts.of("import.found", count, Texts.of(kind));
    }

    /** One line each; empty when there is no doubt and nothing was passed over. */
    static String doubts(Detected detected) {
        var lines = new ArrayList<String>();
        var sure = sure(detected);
        if (!sure.isEmpty()) {
            lines.add(Texts.of("import.howSure", String.join(" · ", sure)));
        }
        if (!detected.passed().isEmpty()) {
            lines.add(Texts.of("import.passed", passed(detected.passed())));
        }
        var twoWays = detected.columns().stream()
                .filter(column -> !column.guesses().dayOrder().isSure()
                        || !column.guesses().decimalMark().isSure())
                .map(DetectedColumn::name)
                .limit(SHOWN)
                .toList();
        if (!twoWays.isEmpty()) {
            lines.add(Texts.of("import.twoWays", String.join(", ", twoWays)));
        }
        return String.join("\n", lines);
    }

    /** How sure each part of the way is that a text file is written, and what it could be instead. */
    private static List<String> sure(Detected detected) {
        var parts = new ArrayList<String>();
        var guesses = detected.guesses();
        if (detected.format() == FileFormat.CSV) {
            sure(parts, "import.delimiter", guesses.delimiter());
        }
        if (detected.format().hasEncoding()) {
            sure(parts, "import.encoding", guesses.encoding());
        }
        if (detected.format() == FileFormat.CSV) {
            sure(parts, "import.quote", guesses.quote());
            sure(parts, "import.escape", guesses.escape());
            sure(parts, "import.comment", guesses.comment());
            sure(parts, "import.skipped", guesses.skippedLines());
            sure(parts, "import.header", guesses.header());
        }
        return parts;
    }

    private static void sure(List<String> parts, String key, Guess guess) {
        long percent = Math.round(guess.confidence().percent());
        if (!guess.isChosen() && percent < WHOLE) {
            var words = Texts.of("import.guessed", Texts.of(key) + " " + mark(key, guess.value()), percent);
            var other = guess.runnerUp().isEmpty() ? "" : ", " + Texts.of("import.else", mark(key, guess.runnerUp()));
            parts.add(words + other);
        }
    }

    private static String mark(String key, String value) {
        if (key.equals("import.encoding")) {
            return value;
        }
        return switch (value) {
            case "true" -> Texts.of("table.yes");
            case "false" -> Texts.of("table.no");
            default ->
                DialectChoice.delimiterName(value).replaceFirst("  .$", "").toLowerCase(Locale.getDefault());
        };
    }

    private static String passed(List<PassedLine> passed) {
        var shown = passed.stream()
                .limit(SHOWN)
                .map(line -> Texts.of("import.passedLine", line.line(), line.text()))
                .toList();
        return String.join(", ", shown) + (passed.size() > SHOWN ? " …" : "");
    }
}
