package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.clustering.ClusterProfile;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.ui.kit.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules as a marketer would say them.
 *
 * @param fields the fields in words
 * @param groups the names of the groups by their number
 */
public record RuleWords(Vocabulary fields, Map<String, String> groups) {
    static final String CLUSTER = "cluster";
    private static final int MOST_VALUES = 12;

    public RuleWords {
        groups = Map.copyOf(groups);
    }

    public static RuleWords of(Project project) {
        var groups = project.clustering().map(Made::value).stream()
                .flatMap(clustering -> clustering.clusters().stream())
                .collect(Collectors.toMap(group -> Integer.toString(group.cluster()), ClusterProfile::name));
        return new RuleWords(Vocabulary.of(project), groups);
    }

    /** The rule in a sentence, without a full stop. */
    public String of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone _ -> Texts.of("segments.words.everyone");
            case Rule.All(var rules) -> joined(rules, " " + Texts.of("segments.words.and") + " ");
            case Rule.Any(var rules) -> joined(rules, " " + Texts.of("segments.words.or") + " ");
            case Rule.Not(Rule.IsMissing(var field)) -> Texts.of("segments.words.known", name(field));
            case Rule.Not(Rule.InSegment(var segment)) -> Texts.of("segments.words.notInSegment", segment);
            case Rule.Not(Rule.EventTest test) -> new EventRuleWords(this::of).not(test);
            case Rule.EventTest test -> new EventRuleWords(this::of).of(test);
            case Rule.InSegment(var segment) -> Texts.of("segments.words.inSegment", segment);
            case Rule.Alike(int count, var segment, var features) ->
                Texts.of(
                        "segments.words.alike",
                        Numbers.local().count(count),
                        segment,
                        features.stream().map(this::name).collect(Collectors.joining(", ")));
            case Rule.AtLeast(int count, var rules) ->
                Texts.of(
                        "segments.words.atLeast",
                        count,
                        rules.stream().map(this::of).collect(Collectors.joining("; ")));
            case Rule.Not(var negated) -> Texts.of("segments.words.not", of(negated));
            case Rule.Test test -> test(test);
        };
    }

    /** A figure of events, without what it is compared with. */
    String of(Figure figure) {
        return new EventRuleWords(this::of).of(figure);
    }

    private String joined(List<Rule> rules, String word) {
        return rules.stream()
                .map(rule -> rule instanceof Rule.All || rule instanceof Rule.Any ? "(" + of(rule) + ")" : of(rule))
                .collect(Collectors.joining(word));
    }

    private String test(Rule.Test test) {
        var name = name(test.field());
        return switch (test) {
            case Rule.Compare(var field, var comparison, var value) ->
                name + " " + words(comparison) + " " + value(field, value);
            case Rule.CompareFields compared ->
                name + " " + words(compared.comparison()) + " " + name(compared.other());
            case Rule.Between(var field, var low, var high) ->
                Texts.of("segments.words.between", name, value(field, low), value(field, high));
            case Rule.OneOf oneOf -> oneOf(name, oneOf);
            case Rule.TextMatch text -> name + " " + words(text.match()) + " “" + text.text() + "”";
            case Rule.IsMissing _ -> Texts.of("segments.words.missing", name);
            case Rule.Dated dated -> name + " " + dated.window().words();
            case Rule.Older older -> Texts.of("segments.words.older", name, older.span());
        };
    }

    private String oneOf(String name, Rule.OneOf oneOf) {
        var values = oneOf.values();
        return values.size() > MOST_VALUES
                ? Texts.of("segments.words.oneOfMany", name, Numbers.local().count(values.size()))
                : Texts.of(
                        "segments.words.oneOf",
                        name,
                        values.stream()
                                .map(value -> value(oneOf.field(), value))
                                .collect(Collectors.joining(", ")));
    }

    static String words(Expression.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Texts.of("segments.ask.is");
            case NOT_EQUAL -> Texts.of("segments.ask.isNot");
            case LESS -> Texts.of("segments.words.less");
            case GREATER -> Texts.of("segments.words.more");
            case AT_MOST -> Texts.of("segments.ask.atMost");
            case AT_LEAST -> Texts.of("segments.ask.atLeast");
        };
    }

    private static String words(Expression.Match match) {
        return switch (match) {
            case CONTAINS -> Texts.of("segments.ask.contains");
            case STARTS_WITH -> Texts.of("segments.ask.startsWith");
            case ENDS_WITH -> Texts.of("segments.words.endsWith");
            case LIKE -> Texts.of("segments.words.like");
        };
    }

    String name(String field) {
        return field.equals(CLUSTER) ? Texts.of("segments.words.group") : fields.inSentence(field);
    }

    String value(String field, Constant constant) {
        var numbers = Numbers.local();
        return switch (constant) {
            case Expression.TextConstant(var text) -> text;
            case Expression.NumberConstant(var number) ->
                field.equals(CLUSTER)
                        ? "“" + groups.getOrDefault(numbers.exact(number), numbers.exact(number)) + "”"
                        : numbers.exact(number);
            case Expression.TruthConstant(var is) -> Texts.of(is ? "segments.words.yes" : "segments.words.no");
            case Expression.DateConstant(var date) -> numbers.date(date);
            case Expression.InstantConstant(var instant) -> numbers.time(instant, ZoneOffset.UTC);
        };
    }
}
