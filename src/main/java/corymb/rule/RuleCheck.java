package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import corymb.table.Schema;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a rule against the fields there are. */
final class RuleCheck {
    private final Schema schema;

    RuleCheck(Schema schema) {
        this.schema = schema;
    }

    List<Problem> problems(Rule rule) {
        return rule.tests().flatMap(this::ofTest).distinct().toList();
    }

    private Stream<Problem> ofTest(Rule.Test test) {
        var unknown = test.fields().stream()
                .filter(name -> !schema.has(name))
                .map(name -> unknown(name, test))
                .toList();
        return unknown.isEmpty() ? misuse(test, type(test.field())).stream() : unknown.stream();
    }

    private ColumnType type(String field) {
        return schema.find(field).orElseThrow().type();
    }

    private Problem unknown(String name, Rule.Test test) {
        var meant = closest(name, schema.names());
        var isRightSide =
                test instanceof Rule.CompareFields compare && compare.other().equals(name);
        return new Problem(
                "There is no field “" + name + "”.",
                RuleText.of(test),
                meant.map(close -> "Did you mean " + RuleText.field(close) + "?")
                        .orElse(
                                isRightSide
                                        ? "Put texts in quotes: \"" + name + "\"."
                                        : "Choose one of the fields shown."));
    }

    private Optional<Problem> misuse(Rule.Test test, ColumnType type) {
        return switch (test) {
            case Rule.Compare compare -> misuse(test, type, compare.comparison(), List.of(compare.value()));
            case Rule.OneOf oneOf -> misuse(test, type, Comparison.EQUAL, oneOf.values());
            case Rule.Between between ->
                misuse(test, type, Comparison.AT_LEAST, List.of(between.low(), between.high()))
                        .or(() -> upsideDown(between));
            case Rule.CompareFields compare -> misuse(compare, type);
            case Rule.TextMatch _ -> type == ColumnType.TEXT ? Optional.empty() : Optional.of(notText(test, type));
            case Rule.IsMissing _ -> Optional.empty();
        };
    }

    private static Optional<Problem> misuse(
            Rule.Test test, ColumnType type, Comparison comparison, List<Constant> values) {
        if (type == ColumnType.BOOLEAN && !isEquality(comparison)) {
            return Optional.of(unordered(test));
        }
        return values.stream()
                .filter(value -> !fits(type, value))
                .findFirst()
                .map(value -> new Problem(
                        "The field “" + test.field() + "” holds " + plural(type) + ", not " + RuleText.of(value) + ".",
                        RuleText.of(test),
                        remedy(type, value)));
    }

    private Optional<Problem> misuse(Rule.CompareFields compare, ColumnType type) {
        var other = type(compare.other());
        if (type == ColumnType.BOOLEAN && !isEquality(compare.comparison())) {
            return Optional.of(unordered(compare));
        }
        boolean alike =
                type == other || (type.isNumeric() && other.isNumeric()) || (type.isTemporal() && other.isTemporal());
        return alike
                ? Optional.empty()
                : Optional.of(new Problem(
                        "The field “" + compare.field() + "” holds " + plural(type) + ", the field “" + compare.other()
                                + "” " + plural(other) + ".",
                        RuleText.of(compare),
                        "Compare fields of the same kind."));
    }

    private static boolean isEquality(Comparison comparison) {
        return comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    }

    private static Problem unordered(Rule.Test test) {
        return new Problem(
                "The field “" + test.field() + "” is either true or false and has no order.",
                RuleText.of(test),
                "Write " + RuleText.field(test.field()) + " = true, or = false.");
    }

    private static Problem notText(Rule.Test test, ColumnType type) {
        return new Problem(
                "The field “" + test.field() + "” holds " + plural(type) + ", not texts.",
                RuleText.of(test),
                "Compare it by =, <, > or between.");
    }

    private static Optional<Problem> upsideDown(Rule.Between between) {
        return compare(between.low(), between.high()) <= 0
                ? Optional.empty()
                : Optional.of(new Problem(
                        "Nothing lies between " + RuleText.of(between.low()) + " and " + RuleText.of(between.high())
                                + ".",
                        RuleText.of(between),
                        "Write the smaller value first."));
    }

    /** Only constants of like types can be told apart here; others count as in order. */
    private static int compare(Constant low, Constant high) {
        return switch (low) {
            case Expression.NumberConstant(double a)
            when high instanceof Expression.NumberConstant(double b) -> Double.compare(a, b);
            case Expression.DateConstant(var a) when high instanceof Expression.DateConstant(var b) -> a.compareTo(b);
            case Expression.InstantConstant(var a)
            when high instanceof Expression.InstantConstant(var b) -> a.compareTo(b);
            case Expression.TextConstant _,
                    Expression.NumberConstant _,
                    Expression.TruthConstant _,
                    Expression.DateConstant _,
                    Expression.InstantConstant _ -> 0;
        };
    }

    private static boolean fits(ColumnType type, Constant value) {
        return switch (value) {
            case Expression.TextConstant _ -> type == ColumnType.TEXT;
            case Expression.NumberConstant _ -> type.isNumeric();
            case Expression.TruthConstant _ -> type == ColumnType.BOOLEAN;
            case Expression.DateConstant _, Expression.InstantConstant _ -> type.isTemporal();
        };
    }

    private static String plural(ColumnType type) {
        return switch (type) {
            case TEXT -> "texts";
            case INTEGER, DECIMAL -> "numbers";
            case BOOLEAN -> "true or false";
            case DATE -> "dates";
            case TIMESTAMP -> "times";
        };
    }

    private static String remedy(ColumnType type, Constant value) {
        return switch (type) {
            case TEXT -> "Put the value in quotes: \"" + RuleText.of(value) + "\".";
            case INTEGER, DECIMAL -> "Write a number without quotes, such as 200.";
            case BOOLEAN -> "Write true or false.";
            case DATE, TIMESTAMP -> "Write a date without quotes, such as 1990-01-31.";
        };
    }

    /** The name that fewest edits lead to, when a third of the letters or fewer are wrong. */
    static Optional<String> closest(String name, List<String> names) {
        var wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.length() > 100) {
            return Optional.empty();
        }
        int most = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(other -> Math.abs(other.length() - wanted.length()) <= most)
                .map(other -> new Candidate(other, edits(wanted, other.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits() <= most)
                .min(Comparator.comparingInt(Candidate::edits))
                .map(Candidate::name);
    }

    private record Candidate(String name, int edits) {}

    /** The Levenshtein distance: how many letters to insert, delete or replace. */
    private static int edits(String from, String to) {
        var row = new ArrayList<Integer>();
        for (int j = 0; j <= to.length(); j++) {
            row.add(j);
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row.set(0, i);
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row.get(j);
                row.set(j, Math.min(replaced, 1 + Math.min(diagonal, row.get(j - 1))));
            }
        }
        return row.getLast();
    }
}
