package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.work.NearName;
import corymb.work.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a rule against what can be asked about. */
final class RuleCheck {
    private static final String TIME = "timestamp";

    /** More conditions no engine takes in one query, and nobody reads. */
    private static final int MOST = 1_000;

    private final Terms terms;
    private final Schema schema;

    RuleCheck(Terms terms) {
        this.terms = terms;
        this.schema = terms.fields();
    }

    List<Problem> problems(Rule rule) {
        if (rule.leaves().limit(MOST + 1L).count() > MOST) {
            return List.of(
                    new Problem(
                            String.format(Locale.ROOT, "A rule has at most %,d conditions.", MOST),
                            "",
                            "Put values in one list, such as country in (\"DE\", \"AT\"), or the conditions into several segments."));
        }
        return rule.leaves().flatMap(this::ofLeaf).distinct().toList();
    }

    private Stream<Problem> ofLeaf(Rule leaf) {
        return switch (leaf) {
            case Rule.Test test -> ofTest(test);
            case Rule.EventTest test when !terms.events().has(TIME) -> Stream.of(noEvents(test));
            case Rule.Measured measured -> ofMeasured(measured);
            case Rule.InOneSession session -> Stream.concat(ofMeasured(session.ofAll()), ofSessions(session));
            case Rule.Course course -> Stream.concat(ofFilters(course), ofSessions(course));
            case Rule.OfSegment of when !terms.segments().contains(of.segment()) -> Stream.of(noSegment(of.segment()));
            case Rule.Alike alike -> alike.features().stream().flatMap(feature -> ofFeature(feature, alike));
            case Rule.OfSegment _, Rule.Everyone _, Rule.All _, Rule.Any _, Rule.AtLeast _, Rule.Not _ ->
                Stream.empty();
        };
    }

    private Stream<Problem> ofFeature(String feature, Rule.Alike alike) {
        var field = schema.find(feature);
        if (field.isEmpty()) {
            return Stream.of(unknown(feature, alike));
        }
        return field.get().type().isNumeric()
                ? Stream.empty()
                : Stream.of(new Problem(
                        "The field “" + feature + "” holds "
                                + plural(field.get().type()) + ", not numbers.",
                        RuleText.of(alike),
                        "How alike people are is told by numbers; leave it out."));
    }

    private Stream<Problem> ofFilters(Rule.Course test) {
        return test.filters().stream().flatMap(filter -> filter.check(terms.events()).stream());
    }

    private static Problem noEvents(Rule.EventTest test) {
        return new Problem(
                "Nothing is known here of what customers did.",
                RuleText.of(test),
                "Import events, or ask about fields.");
    }

    private Problem noSegment(String segment) {
        return new Problem(
                "There is no segment “" + segment + "”.",
                "",
                NearName.remedy(segment, terms.segments().stream().sorted().toList(), "Define it first."));
    }

    private Stream<Problem> ofMeasured(Rule.Measured measured) {
        var figure = measured.figure();
        var problems = figure.check(terms.events(), RuleText.of(measured));
        var type = figure.measurement().isOfColumn()
                ? terms.events().find(figure.column()).map(Field::type)
                : Optional.of(ColumnType.DECIMAL);
        return problems.isEmpty() ? type.stream().flatMap(each -> ofValue(measured, each)) : problems.stream();
    }

    private static Stream<Problem> ofValue(Rule.Measured measured, ColumnType type) {
        return fits(type, measured.value())
                ? Stream.empty()
                : Stream.of(new Problem(
                        "What is asked for is one of " + plural(type) + ", not " + RuleText.of(measured.value()) + ".",
                        RuleText.of(measured),
                        remedy(type, measured.value())));
    }

    private Stream<Problem> ofSessions(Rule.Course course) {
        return course.asksForSessions() && !terms.events().has(Link.SESSION)
                ? Stream.of(new Problem(
                        "The events tell of no sessions.",
                        RuleText.of(course),
                        "Import events with a column " + Link.SESSION + ", or say within how much time."))
                : Stream.empty();
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

    private Problem unknown(String name, Rule test) {
        if (isOfCustomers() && Terms.PERSONAL.contains(name.toLowerCase(Locale.ROOT))) {
            return new Problem(
                    "“" + name + "” is personal data, which rules do not ask for.",
                    RuleText.of(test),
                    "List the customers by their ids, or make a feature of it (see corymb features --help).");
        }
        var meant = NearName.of(name, schema.names());
        var rightSideOf =
                test instanceof Rule.CompareFields compare && compare.other().equals(name)
                        ? Optional.of(compare.field())
                        : Optional.<String>empty();
        return new Problem(
                "There is no field “" + name + "”.",
                RuleText.of(test),
                meant.map(close -> "Did you mean " + RuleText.field(close) + "?")
                        .or(() -> rightSideOf.map(compared -> misread(name, compared)))
                        .orElseGet(() -> NearName.remedy(name, schema.names())));
    }

    /** Whether customers are asked about, not the rows of a file. */
    private boolean isOfCustomers() {
        return terms.events().has(TIME) || !terms.segments().isEmpty();
    }

    /** What to write instead of a word that was taken for a field. */
    private String misread(String word, String compared) {
        return schema.has(compared) && type(compared) == ColumnType.BOOLEAN
                ? "Write true or false."
                : "Put texts in quotes: \"" + word + "\".";
    }

    private Optional<Problem> misuse(Rule.Test test, ColumnType type) {
        return switch (test) {
            case Rule.Compare compare -> misuse(test, type, compare.comparison(), List.of(compare.value()));
            case Rule.OneOf oneOf -> misuse(test, type, Comparison.EQUAL, oneOf.values());
            case Rule.Between between ->
                misuse(test, type, Comparison.AT_LEAST, List.of(between.low(), between.high()))
                        .or(() -> upsideDown(between));
            case Rule.CompareFields compare -> misuse(compare, type);
            case Rule.TextMatch match -> type == ColumnType.TEXT ? misuse(match) : Optional.of(notText(test, type));
            case Rule.Dated _, Rule.Older _ -> type.isTemporal() ? Optional.empty() : Optional.of(notTime(test, type));
            case Rule.IsMissing _ -> Optional.empty();
        };
    }

    private static Optional<Problem> misuse(Rule.TextMatch match) {
        return match.match() == Expression.Match.MATCHES
                ? RegularExpression.fault(match.text())
                        .map(fault -> new Problem(fault + ".", RuleText.of(match), "Change the expression."))
                : Optional.empty();
    }

    private static Problem notTime(Rule.Test test, ColumnType type) {
        return new Problem(
                "The field “" + test.field() + "” holds " + plural(type) + ", not dates.",
                RuleText.of(test),
                "Choose a field of dates or times.");
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
}
