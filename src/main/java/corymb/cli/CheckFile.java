package corymb.cli;

import corymb.quality.Expectation;
import corymb.quality.ExpectedValue;
import corymb.quality.Severity;
import corymb.quality.StatedCheck;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks as a person writes them: {@code {"checks": [{"source": "crm", "kind": "required", "column": "email", "severity":
 * "error", "tolerance": 0.01}, …]}}, and as {@code checks --json} prints them.
 *
 * @param types the type of a source's column, by source and column, where there is one
 */
record CheckFile(BiFunction<String, String, Optional<ColumnType>> types) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LARGEST = 64_000_000;

    /**
     * The checks in a file.
     *
     * @throws Failure when the file cannot be read or is no list of checks
     */
    List<StatedCheck> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw wrong("The file is larger than a list of checks can be.", file.toString());
            }
            var root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!root.path("checks").isArray()) {
                throw wrong("The file has no list \"checks\".", file.toString());
            }
            var checks = new ArrayList<StatedCheck>();
            root.path("checks").forEach(node -> checks.add(check(node)));
            return checks;
        } catch (IOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and that it is UTF-8."),
                    e);
        } catch (JacksonException e) {
            throw wrong("The file is not JSON: " + e.getOriginalMessage(), file.toString());
        }
    }

    /** The check of these settings, named as in a file. */
    StatedCheck check(Map<String, Object> settings) {
        return check(JSON.<JsonNode>valueToTree(settings));
    }

    private StatedCheck check(JsonNode node) {
        try {
            var source = text(node, "source");
            return StatedCheck.of(source, expectation(node, source))
                    .withSeverity(severity(node.path("severity").asString("error")), tolerance(node.path("tolerance")))
                    .withNote(node.path("note").asString(""))
                    .switched(node.path("on").asBoolean(true));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ".", shortened(node));
        }
    }

    private Expectation expectation(JsonNode node, String source) {
        return switch (text(node, "kind")) {
            case "required" -> new Expectation.Required(text(node, "column"));
            case "unique" -> new Expectation.Unique(columns(node));
            case "range" -> {
                var column = text(node, "column");
                yield new Expectation.InRange(
                        column, value(node.path("from"), source, column), value(node.path("to"), source, column));
            }
            case "set" -> {
                var column = text(node, "column");
                yield new Expectation.InSet(
                        column,
                        values(node)
                                .flatMap(value -> value(value, source, column).stream())
                                .toList());
            }
            case "pattern" -> new Expectation.Matches(text(node, "column"), text(node, "pattern"));
            case "type" -> new Expectation.OfType(text(node, "column"), type(text(node, "type")));
            case "reference" ->
                new Expectation.References(text(node, "column"), text(node, "otherSource"), text(node, "otherColumn"));
            case "freshness" -> new Expectation.Fresh(text(node, "column"), (int) number(node, "days", -1));
            case "row_count" -> new Expectation.RowCount(number(node, "from", 0), number(node, "to", Long.MAX_VALUE));
            case "order" ->
                new Expectation.InOrder(
                        text(node, "column"), node.path("within").asString(""));
            case "conditional" ->
                new Expectation.When(RuleParser.require(text(node, "when")), expectation(node.path("then"), source));
            case "expression" -> new Expectation.Holds(RuleParser.require(text(node, "rule")));
            default -> throw wrong("There is no kind \"" + text(node, "kind") + "\".", shortened(node));
        };
    }

    private List<String> columns(JsonNode node) {
        return node.has("columns")
                ? node.path("columns").values().stream().map(JsonNode::asString).toList()
                : List.of(text(node, "column"));
    }

    private static Stream<JsonNode> values(JsonNode node) {
        return node.path("values").values().stream();
    }

    private Optional<Constant> value(JsonNode node, String source, String column) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var type = types.apply(source, column).orElseGet(() -> typeOf(node));
        return Optional.of(ExpectedValue.read(node.asString(), type));
    }

    /** Where there is no such column yet. */
    private static ColumnType typeOf(JsonNode node) {
        return node.isNumber() ? ColumnType.DECIMAL : node.isBoolean() ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    private static ColumnType type(String name) {
        return Stream.of(ColumnType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no type \"" + name + "\""));
    }

    private static Severity severity(String name) {
        return Stream.of(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no severity \"" + name + "\""));
    }

    /** A share such as 0.01, or a percentage such as "1 %"; exact, so that 7 of 1,000 rows are 0.7 %. */
    private static Share tolerance(JsonNode node) {
        var text = node.asString("0").strip();
        boolean isPercentage = text.endsWith("%");
        try {
            var number = new BigDecimal(
                    isPercentage ? text.substring(0, text.length() - 1).strip() : text);
            return new Share((isPercentage ? number.movePointLeft(2) : number).doubleValue());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A tolerance is a share such as 0.01 or 1%%, not %s".formatted(text), e);
        }
    }

    private static long number(JsonNode node, String name, long otherwise) {
        var number = node.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return otherwise;
        }
        try {
            return new BigDecimal(number.asString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new IllegalArgumentException("\"" + name + "\" is a whole number, not " + number);
        }
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name);
        if (!text.isString() || text.stringValue().isBlank()) {
            throw wrong("A text \"" + name + "\" is missing.", shortened(node));
        }
        return text.stringValue();
    }

    private static String shortened(JsonNode node) {
        var text = node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static Failure wrong(String what, String where) {
        return new Problem(what, where, "See corymb checks --help for an example.").asFailure();
    }

    /** A check as {@link #read} reads it, with its id and in words. */
    static Map<String, Object> write(StatedCheck check) {
        var json = JsonValues.object("id", check.id(), "source", check.source());
        json.putAll(write(check.expectation()));
        json.put("severity", check.severity());
        json.put("tolerance", check.tolerance().value());
        json.put("note", check.note());
        json.put("on", check.isOn());
        json.put("words", check.sentence());
        return json;
    }

    private static Map<String, Object> write(Expectation expectation) {
        var json = JsonValues.object("kind", expectation.label());
        switch (expectation) {
            case Expectation.Required(var column) -> json.put("column", column);
            case Expectation.Unique(var columns) -> json.put("columns", columns);
            case Expectation.InRange(var column, var low, var high) -> {
                json.put("column", column);
                low.ifPresent(value -> json.put("from", plain(value)));
                high.ifPresent(value -> json.put("to", plain(value)));
            }
            case Expectation.InSet(var column, var values) -> {
                json.put("column", column);
                json.put("values", values.stream().map(CheckFile::plain).toList());
            }
            case Expectation.Matches(var column, var pattern) -> {
                json.put("column", column);
                json.put("pattern", pattern);
            }
            case Expectation.OfType(var column, var type) -> {
                json.put("column", column);
                json.put("type", type);
            }
            case Expectation.References(var column, var source, var other) -> {
                json.put("column", column);
                json.put("otherSource", source);
                json.put("otherColumn", other);
            }
            case Expectation.Fresh(var column, var days) -> {
                json.put("column", column);
                json.put("days", days);
            }
            case Expectation.RowCount(var least, var most) -> {
                json.put("from", least);
                if (most < Long.MAX_VALUE) {
                    json.put("to", most);
                }
            }
            case Expectation.InOrder(var column, var within) -> {
                json.put("column", column);
                json.put("within", within);
            }
            case Expectation.When(var condition, var then) -> {
                json.put("when", RuleText.of(condition));
                json.put("then", write(then));
            }
            case Expectation.Holds(var rule) -> json.put("rule", RuleText.of(rule));
        }
        return json;
    }

    private static Object plain(Constant constant) {
        return switch (constant) {
            case Expression.NumberConstant(var number)
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> (long) number;
            case Expression.NumberConstant(var number) -> number;
            case Expression.TruthConstant(var truth) -> truth;
            case Expression.TextConstant _, Expression.DateConstant _, Expression.InstantConstant _ ->
                ExpectedValue.write(constant);
        };
    }
}
