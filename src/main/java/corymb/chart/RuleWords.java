package corymb.chart;

import corymb.clustering.ClusterProfile;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.SegmentPlan;
import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.table.Zone;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules as a marketer would say them.
 *
 * @param fields the fields in words
 * @param groups the names of the groups by their number
 * @param zone whose clock times are told by
 */
public record RuleWords(Vocabulary fields, Map<String, String> groups, Zone zone) {
    public static final String CLUSTER = "cluster";
    private static final int MOST_VALUES = 12;

    public RuleWords {
        groups = Map.copyOf(groups);
    }

    public static RuleWords of(Project project) {
        return new RuleWords(Vocabulary.of(project), Map.of(), project.zone()).naming(project);
    }

    /** The same, the groups called as those that a project shows. */
    public RuleWords naming(Project project) {
        var named = project.clustering().map(Made::value).stream()
                .flatMap(clustering -> clustering.clusters().stream())
                .collect(Collectors.toMap(group -> Integer.toString(group.cluster()), ClusterProfile::name));
        return new RuleWords(fields, named, zone);
    }

    /** Who belongs to a segment; of a list also whom it was made of. */
    public String of(SegmentPlan plan) {
        var words = of(plan.rule());
        return plan.listed().map(from -> words + ": " + from.words()).orElse(words);
    }

    /** The rule in a sentence, without a full stop. */
    public String of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone _ -> Phrasebook.of("segments.words.everyone");
            case Rule.All(var rules) -> joined(rules, " " + Phrasebook.of("segments.words.and") + " ");
            case Rule.Any(var rules) -> joined(rules, " " + Phrasebook.of("segments.words.or") + " ");
            case Rule.Not(Rule.IsMissing(var field)) -> Phrasebook.of("segments.words.known", name(field));
            case Rule.Not(Rule.TextMatch text)
            when text.match() == Expression.Match.CONTAINS || text.match() == Expression.Match.INCLUDES ->
                name(text.field())
                        + " "
                        + Phrasebook.of(
                                text.match() == Expression.Match.CONTAINS
                                        ? "segments.ask.containsNot"
                                        : "segments.ask.includesNot")
                        + " “" + text.text() + "”";
            case Rule.Not(Rule.OneOf oneOf)
            when oneOf.values().size() <= MOST_VALUES -> oneOf("segments.words.noneOf", name(oneOf.field()), oneOf);
            case Rule.Not(Rule.InSegment(var segment)) -> Phrasebook.of("segments.words.notInSegment", segment);
            case Rule.Not(Rule.EventTest test) -> new EventRuleWords(this::of).not(test);
            case Rule.EventTest test -> new EventRuleWords(this::of).of(test);
            case Rule.InSegment(var segment) -> Phrasebook.of("segments.words.inSegment", segment);
            case Rule.Alike(int count, var segment, var features) ->
                Phrasebook.of(
                        "segments.words.alike",
                        Numbers.local().count(count),
                        segment,
                        features.stream().map(this::name).collect(Collectors.joining(", ")));
            case Rule.AtLeast(int count, var rules) ->
                Phrasebook.of(
                        "segments.words.atLeast",
                        count,
                        rules.stream().map(this::of).collect(Collectors.joining("; ")));
            case Rule.Not(var negated) -> Phrasebook.of("segments.words.not", of(negated));
            case Rule.Test test -> test(test);
        };
    }

    /** A figure of events, without what it is compared with. */
    public String of(Figure figure) {
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
                Phrasebook.of("segments.words.between", name, value(field, low), value(field, high));
            case Rule.OneOf oneOf -> oneOf(name, oneOf);
            case Rule.TextMatch text -> name + " " + words(text.match()) + " “" + text.text() + "”";
            case Rule.IsMissing _ -> Phrasebook.of("segments.words.missing", name);
            case Rule.Dated dated -> name + " " + dated.window().words();
            case Rule.Older older -> Phrasebook.of("segments.words.older", name, older.span());
        };
    }

    private String oneOf(String name, Rule.OneOf oneOf) {
        var values = oneOf.values();
        return values.size() > MOST_VALUES
                ? Phrasebook.of(
                        "segments.words.oneOfMany", name, Numbers.local().count(values.size()))
                : oneOf("segments.words.oneOf", name, oneOf);
    }

    private String oneOf(String words, String name, Rule.OneOf oneOf) {
        return Phrasebook.of(
                words,
                name,
                oneOf.values().stream()
                        .map(value -> value(oneOf.field(), value))
                        .collect(Collectors.joining(", ")));
    }

    static String words(Expression.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Phrasebook.of("segments.ask.is");
            case NOT_EQUAL -> Phrasebook.of("segments.ask.isNot");
            case LESS -> Phrasebook.of("segments.words.less");
            case GREATER -> Phrasebook.of("segments.words.more");
            case AT_MOST -> Phrasebook.of("segments.ask.atMost");
            case AT_LEAST -> Phrasebook.of("segments.ask.atLeast");
        };
    }

    private static String words(Expression.Match match) {
        return switch (match) {
            case CONTAINS -> Phrasebook.of("segments.ask.contains");
            case INCLUDES -> Phrasebook.of("segments.ask.includes");
            case STARTS_WITH -> Phrasebook.of("segments.ask.startsWith");
            case ENDS_WITH -> Phrasebook.of("segments.words.endsWith");
            case LIKE -> Phrasebook.of("segments.words.like");
            case MATCHES -> Phrasebook.of("segments.words.matches");
        };
    }

    /** A field, within a sentence. */
    public String name(String field) {
        return switch (field) {
            case CLUSTER -> Phrasebook.of("segments.words.group");
            case Population.CONFIDENCE -> Phrasebook.of("segments.words.confidence");
            default -> fields.inSentence(field);
        };
    }

    /** A value of a field, within a sentence. */
    public String value(String field, Constant constant) {
        var numbers = Numbers.local();
        return switch (constant) {
            case Expression.TextConstant(var text) -> ListValues.inWords(text);
            case Expression.NumberConstant(var number) ->
                field.equals(CLUSTER)
                        ? "“" + groups.getOrDefault(numbers.exact(number), numbers.exact(number)) + "”"
                        : numbers.exact(number);
            case Expression.TruthConstant(var is) -> Phrasebook.of(is ? "segments.words.yes" : "segments.words.no");
            case Expression.DateConstant(var date) -> numbers.date(date);
            case Expression.InstantConstant(var instant) -> numbers.time(instant, zone.java());
        };
    }
}
