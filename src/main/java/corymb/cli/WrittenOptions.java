package corymb.cli;

import corymb.importing.ColumnPlan;
import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.FileDetection;
import corymb.importing.FixedWidth;
import corymb.importing.ImportPlan;
import corymb.importing.WrittenAs;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.table.ColumnType;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a file is written, where that is not left to be guessed. */
final class WrittenOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            description =
                    "What stands between values; \\t for a tab, fixed where columns stand at the same places of each line.")
    private Optional<String> delimiter = Optional.empty();

    @Option(names = "--quote", paramLabel = "MARK", description = "The mark around values; empty for none.")
    private Optional<String> quote = Optional.empty();

    @Option(
            names = "--escape",
            paramLabel = "MARK",
            description = "The mark before a quote mark inside a quoted value.")
    private Optional<String> escape = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", description = "The character set, such as windows-1252.")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--comment", paramLabel = "TEXT", description = "What lines begin with that are no rows.")
    private Optional<String> comment = Optional.empty();

    @Option(names = "--skip-lines", paramLabel = "N", description = "Lines before the table.")
    private Optional<Integer> skippedLines = Optional.empty();

    @Option(
            names = "--header",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the first row holds the names of the columns.")
    private Optional<Boolean> header = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "column=type",
            split = ",",
            description = "What values are read as: text, integer, decimal, boolean, date or timestamp.")
    private Map<String, String> types = new LinkedHashMap<>();

    @Option(
            names = "--dates",
            paramLabel = "column=order",
            split = ",",
            description = "Which number of a date such as 03/05/2024 is the day: day-first or month-first.")
    private Map<String, String> dates = new LinkedHashMap<>();

    @Option(
            names = "--decimals",
            paramLabel = "column=mark",
            split = ",",
            description = "What stands before decimals: comma or point.")
    private Map<String, String> decimals = new LinkedHashMap<>();

    @ArgGroup(exclusive = true)
    private FixedOptions fixed = new FixedOptions();

    /** Turns away what no file can be written as. */
    void require(BaseCommand command) {
        if (delimiter.filter(String::isEmpty).isPresent()) {
            throw command.wrongUsage("--delimiter names what stands between values, such as ; or \\t.");
        }
        if (Stream.of(quote, escape).flatMap(Optional::stream).anyMatch(mark -> mark.length() > 1)) {
            throw command.wrongUsage("--quote and --escape are one mark each, or empty for none.");
        }
        if (skippedLines.filter(lines -> lines < 0).isPresent()) {
            throw command.wrongUsage("--skip-lines is 0 or more.");
        }
    }

    /** What the file is, read as these options say. */
    Detected applied(Detected found, Progress progress) {
        var places = fixed.asked();
        var placed = places.map(columns -> FileDetection.detect(found, columns, progress))
                .orElse(found);
        var dialect =
                dialect(placed.dialect(), places.filter(FixedWidth::isNamed).isPresent());
        return dialect.equals(placed.dialect())
                ? placed
                : FileDetection.detect(found.file(), found.inside(), dialect, progress);
    }

    /** Columns that are all named need no header. */
    private CsvDialect dialect(CsvDialect found, boolean isNamed) {
        return found.withDelimiter(
                        delimiter.map(text -> text.replace("\\t", "\t")).orElse(found.delimiter()))
                .withQuote(quote.orElse(found.quote()), escape.or(() -> quote).orElse(found.escape()))
                .withEncoding(encoding.orElse(found.encoding()))
                .withComment(comment.orElse(found.comment()))
                .withSkippedLines(skippedLines.orElse(found.skippedLines()))
                .withHeader(header.orElse(found.hasHeader() && !isNamed));
    }

    /** The plan with columns read as these options say. */
    ImportPlan applied(ImportPlan plan) {
        requireColumns(plan);
        return plan.withColumns(plan.columns().stream().map(this::applied).toList());
    }

    private ColumnPlan applied(ColumnPlan column) {
        var type = types.containsKey(column.column())
                ? chosen(ColumnType.class, types.getOrDefault(column.column(), ""))
                : column.type();
        return column.withType(type)
                .writtenAs(new WrittenAs(
                        chosen(DayOrder.class, dates.getOrDefault(column.column(), "as_values_tell")),
                        chosen(DecimalMark.class, decimals.getOrDefault(column.column(), "as_values_tell"))));
    }

    private void requireColumns(ImportPlan plan) {
        var known = plan.columns().stream().map(ColumnPlan::column).toList();
        for (var given : List.of(types, dates, decimals)) {
            given.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Problem("The file has no column “" + name + "”.", "", NearName.remedy(name, known))
                                .asFailure();
                    });
        }
    }

    private static <E extends Enum<E>> E chosen(Class<E> choices, String word) {
        var name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                word + " is none of the choices.",
                                "",
                                "Choose one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(choices.getEnumConstants())
                                                        .map(choice -> choice.name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', '-'))
                                                        .toList())
                                        + ".")
                        .asFailure());
    }
}
