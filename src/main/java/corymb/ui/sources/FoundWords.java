package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Detected;
import corymb.importing.Guess;
import corymb.importing.PassedLine;
import corymb.importing.Source;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the look at a file is not sure of, and what it passed over, in words. */
final class FoundWords {
    private static final int SHOWN = 3;

    private FoundWords() {}

    /** One line each; empty when there is no doubt and nothing was passed over. */
    static String doubts(Detected detected) {
        var lines = new ArrayList<String>();
        if (!detected.passed().isEmpty()) {
            lines.add(Texts.of("import.passed", passed(detected.passed())));
        }
        add(lines, Texts.of("import.encoding"), detected.guesses().encoding());
        add(lines, Texts.of("import.delimiter"), detected.guesses().delimiter());
        add(lines, Texts.of("import.header"), detected.guesses().header());
        for (var column : detected.columns()) {
            add(lines, column.name(), column.guesses().dayOrder());
            add(lines, column.name(), column.guesses().decimalMark());
        }
        return String.join("\n", lines);
    }

    private static String passed(List<PassedLine> passed) {
        var shown = passed.stream()
                .limit(SHOWN)
                .map(line -> Texts.of("import.passedLine", line.line(), line.text()))
                .toList();
        return String.join(", ", shown) + (passed.size() > SHOWN ? " …" : "");
    }

    private static void add(List<String> lines, String what, Guess guess) {
        if (!guess.isSure() && !guess.runnerUp().isEmpty()) {
            lines.add(Texts.of("import.doubt", what, words(guess.value()), words(guess.runnerUp()), guess.reason()));
        }
    }

    private static String words(String value) {
        return value.matches("[A-Z]+_[A-Z]+") ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }

    static String skipped(Source source) {
        return source.skippedLines() == 0
                ? ""
                : " " + Texts.of("import.skippedLines", Numbers.local().count(source.skippedLines()));
    }
}
