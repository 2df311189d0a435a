package corymb.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What one check is about, as options named like the settings of a {@link CheckFile}. */
final class CheckOptions {
    @Option(
            names = {"--column", "--columns"},
            paramLabel = "NAME",
            split = ",",
            description = "The column; several for unique.")
    private List<String> columns = List.of();

    @Option(
            names = "--from",
            paramLabel = "VALUE",
            description = "The smallest value of range, or number of row_count.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "VALUE", description = "The largest value of range, or number of row_count.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--values", paramLabel = "VALUE", split = ",", description = "The values of set.")
    private List<String> values = List.of();

    @Option(
            names = "--pattern",
            paramLabel = "REGEX",
            description = "What the whole value looks like (pattern), as a regular expression of RE2.")
    private Optional<String> pattern = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "What values can be read as (type): text, integer, decimal, boolean, date or timestamp.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--other-source", paramLabel = "NAME", description = "The source that reference points to.")
    private Optional<String> otherSource = Optional.empty();

    @Option(names = "--other-column", paramLabel = "NAME", description = "The column there.")
    private Optional<String> otherColumn = Optional.empty();

    @Option(names = "--days", paramLabel = "N", description = "How old the newest value may be (freshness).")
    private Optional<String> days = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "NAME",
            description = "The column whose values each have an order (order).")
    private Optional<String> within = Optional.empty();

    @Option(names = "--when", paramLabel = "RULE", description = "Only the rows for which this rule holds are asked.")
    private Optional<String> when = Optional.empty();

    @Option(names = "--rule", paramLabel = "RULE", description = "What holds for each row (expression).")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "error (the default) or warning.")
    private Optional<String> severity = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = "The share of rows that may fail, such as 0.01 or 1%% (default: none).")
    private Optional<String> tolerance = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why the check is there.")
    private Optional<String> note = Optional.empty();

    /** The settings of a check of that kind. */
    Map<String, Object> settings(String kind, String source) {
        var own = new LinkedHashMap<String, Object>(Map.of("kind", kind));
        if (columns.size() == 1) {
            own.put("column", columns.getFirst());
        }
        own.put("columns", columns);
        own.put("values", values);
        put(own, "from", from);
        put(own, "to", to);
        put(own, "pattern", pattern);
        put(own, "type", type);
        put(own, "otherSource", otherSource);
        put(own, "otherColumn", otherColumn);
        put(own, "days", days);
        put(own, "within", within);
        put(own, "rule", rule);
        var settings = new LinkedHashMap<String, Object>();
        if (when.isPresent()) {
            settings.put("kind", "conditional");
            settings.put("when", when.get());
            settings.put("then", own);
        } else {
            settings.putAll(own);
        }
        settings.put("source", source);
        put(settings, "severity", severity);
        put(settings, "tolerance", tolerance);
        put(settings, "note", note);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, Optional<String> value) {
        value.ifPresent(given -> settings.put(name, given));
    }
}
