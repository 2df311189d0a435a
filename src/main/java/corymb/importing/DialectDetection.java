package corymb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds delimiter, quote mark, escape mark, comments, lines before the table and header of a text table from its beginning.
 *
 * <p>A dialect is good when nearly all rows have the same number of cells, more than one, and the cells look like values.
 *
 * <p>Reference: van den Burg, Nazábal, Sutton, Wrangling messy CSV files by detecting row and type patterns, 2019,
 * doi:10.1007/s10618-019-00646-y. Simplified: the same two ideas, row patterns and types, over fewer candidates. Cost: one
 * parse of the first rows for each candidate whose marks stand in the text.
 */
final class DialectDetection {
    /** From common to rare; of delimiters that explain the text equally well the first is taken. */
    private static final List<String> DELIMITERS =
            List.of(",", ";", "\t", "|", "::", "||", "^", "~", "\u001f", "\u0001", "¦", "§", ":", CsvDialect.BLANKS);

    static final int SAMPLE = 1 << 18;
    private static final double RARE = 0.9;

    /** Colons and blanks stand inside values far more often than between them. */
    private static final double COLON = 0.4;

    private static final double COLON_IN_VALUES = 0.02;
    private static final double BLANKS = 0.5;
    /** What any delimiter explains better: columns may seem to be where words happen to end alike. */
    private static final double FIXED = 0.3;

    private static final String OF_CELLS = "Rows have the same number of cells, and the cells look like values.";
    private static final String OF_PLACES = "The same places are blank in nearly all lines.";
    private static final Pattern COLON_VALUE = Pattern.compile("\\d:\\d\\d|://");

    private final byte[] sample;
    private final String text;
    private final Guess encoding;

    private DialectDetection(byte[] sample, Guess encoding) {
        this.sample = sample;
        this.text = new String(sample, StandardCharsets.UTF_8);
        this.encoding = encoding;
    }

    /** A dialect and how sure each part of it is. */
    record Found(CsvDialect dialect, DialectGuesses guesses) {
        /** As a person has said. */
        static Found chosen(CsvDialect dialect) {
            return new Found(dialect, DialectGuesses.chosen(dialect));
        }

        /** Of what says itself how its texts are written. */
        static Found asSaid(Guess encoding) {
            return new Found(CsvDialect.STANDARD.withEncoding(""), ofEncoding(encoding).guesses);
        }

        /** Of what has nothing but an encoding to guess. */
        static Found ofEncoding(Guess encoding) {
            var dialect = CsvDialect.STANDARD.withEncoding(encoding.value());
            return new Found(dialect, DialectGuesses.chosen(dialect).withEncoding(encoding));
        }
    }

    static Found detect(Path file, Guess encoding) throws IOException {
        try (var input = TextInput.of(Files.newInputStream(file), encoding.value())) {
            return new DialectDetection(sample(input), encoding).found();
        }
    }

    /** The first lines, whole as far as there are line breaks. */
    static byte[] sample(InputStream input) throws IOException {
        var head = input.readNBytes(SAMPLE);
        int end = head.length;
        while (head.length == SAMPLE && end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? head : java.util.Arrays.copyOf(head, end);
    }

    private Found found() throws IOException {
        var trials = trials();
        var best = trials.stream().max(Comparator.comparingDouble(this::weight)).orElseThrow();
        var header = HeaderEvidence.of(best.table());
        var dialect = best.dialect()
                .withComment(best.comment().value())
                .withSkippedLines(Integer.parseInt(best.skippedLines().value()))
                .withHeader(Boolean.parseBoolean(header.value()));
        return new Found(
                dialect,
                new DialectGuesses(
                        encoding,
                        delimiter(trials, best),
                        quote(trials, best),
                        escape(trials, best),
                        best.comment(),
                        header,
                        best.skippedLines()));
    }

    private List<DialectTrial> trials() throws IOException {
        var trials = new ArrayList<DialectTrial>();
        for (var marks : marks()) {
            for (var delimiter : DELIMITERS) {
                if (delimiter.equals(",") || isIn(delimiter)) {
                    trials.add(DialectTrial.of(sample, marks.withDelimiter(delimiter)));
                }
            }
        }
        var fixed = FixedDetection.of(text);
        if (!fixed.isEmpty()) {
            trials.add(DialectTrial.of(sample, marks().getFirst().withFixed(fixed)));
        }
        return trials;
    }

    private boolean isIn(String delimiter) {
        return delimiter.equals(CsvDialect.BLANKS)
                ? text.contains(" ") || text.contains("\t")
                : text.contains(delimiter);
    }

    /** The quote and escape marks to try; of those that explain the text equally well the first are taken. */
    private List<CsvDialect> marks() {
        var standard = CsvDialect.STANDARD.withEncoding(encoding.value()).withHeader(false);
        var marks = new ArrayList<>(List.of(standard));
        if (text.contains("\\\"")) {
            marks.add(standard.withQuote("\"", "\\"));
        }
        if (text.contains("'")) {
            marks.add(standard.withQuote("'", "'"));
        }
        if (text.contains("\\'")) {
            marks.add(standard.withQuote("'", "\\"));
        }
        return marks;
    }

    private double weight(DialectTrial trial) {
        return trial.score() * prior(trial.dialect().delimiter());
    }

    private double prior(String delimiter) {
        return switch (delimiter) {
            case ",", ";", "\t", "|" -> 1;
            case ":" -> COLON_VALUE.matcher(text).find() ? COLON_IN_VALUES : COLON;
            case CsvDialect.BLANKS -> BLANKS;
            case CsvDialect.FIXED -> FIXED;
            default -> RARE;
        };
    }

    private Guess delimiter(List<DialectTrial> trials, DialectTrial best) {
        return Guess.heaviest(
                weights(trials, CsvDialect::delimiter), best.dialect().isFixed() ? OF_PLACES : OF_CELLS);
    }

    private Guess quote(List<DialectTrial> trials, DialectTrial best) {
        if (!text.contains("\"") && !text.contains("'")) {
            return Guess.certain(best.dialect().quote(), "No value is quoted, so that it does not matter.");
        }
        return Guess.heaviest(
                weights(of(best, trials, CsvDialect::delimiter), CsvDialect::quote), "Values begin and end with it.");
    }

    private Guess escape(List<DialectTrial> trials, DialectTrial best) {
        var quote = best.dialect().quote();
        if (!text.contains("\\" + quote)) {
            return Guess.certain(quote, "No quote mark follows a backslash.");
        }
        var alike = of(best, of(best, trials, CsvDialect::delimiter), CsvDialect::quote);
        return Guess.heaviest(weights(alike, CsvDialect::escape), "Quoted values end where they should.");
    }

    private static List<DialectTrial> of(
            DialectTrial best, List<DialectTrial> trials, Function<CsvDialect, String> part) {
        return trials.stream()
                .filter(trial -> part.apply(trial.dialect()).equals(part.apply(best.dialect())))
                .toList();
    }

    /** The weight of the best trial of each value of a part of the dialect. */
    private Map<String, Double> weights(List<DialectTrial> trials, Function<CsvDialect, String> part) {
        var weights = new HashMap<String, Double>();
        for (var trial : trials) {
            weights.merge(part.apply(trial.dialect()), weight(trial), Math::max);
        }
        return weights;
    }
}
