package corymb.segment;

import corymb.feature.FeatureDefinition;
import corymb.feature.Gallery;
import corymb.feature.GalleryFeature;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Terms;
import corymb.sql.Expression.TextConstant;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A segment that many teams want, told by what a project may know.
 *
 * @param kind what it is about
 * @param meaning who is in it, in a sentence
 * @param rules ways to tell it, the best first, as text with types of events by their role, such as {@code {purchase}}
 */
public record Template(Kind kind, String name, String meaning, List<String> rules) {
    private static final List<String> PURCHASES =
            List.of("purchase", "order", "buy", "bought", "transaction", "sale", "order_completed", "checkout");

    /** What the types of events are called where they have these roles. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "purchase", PURCHASES,
            "cart", List.of("cart", "add_to_cart", "addtocart", "basket", "add_to_basket"),
            "view", List.of("view", "product_view", "page_view", "pageview", "viewed", "visit"));

    public Template {
        rules = List.copyOf(rules);
    }

    /** What a template is about. */
    public enum Kind {
        VALUE,
        LIFECYCLE,
        BEHAVIOUR,
        ENGAGEMENT
    }

    /**
     * A template as a project can tell it.
     *
     * @param rule the rule; empty where the project lacks what any way of telling needs
     * @param lacks what keeps the best way from being used; empty where nothing does
     * @param unmade the ready-made feature that is all it lacks for the best way; empty where it lacks none, or more
     */
    public record Offer(
            Template template, Optional<Rule> rule, List<Problem> lacks, Optional<FeatureDefinition> unmade) {
        public Offer {
            lacks = List.copyOf(lacks);
        }
    }

    /**
     * All templates for a project, those it cannot tell as well.
     *
     * @param types the types of its events; empty where they are not known
     */
    public static List<Offer> offers(Terms terms, List<String> types) {
        return Templates.ALL.stream()
                .map(template -> template.offer(terms, types))
                .toList();
    }

    private Offer offer(Terms terms, List<String> types) {
        var lacks = new ArrayList<Problem>();
        for (var way : rules) {
            var rule = RuleParser.require(filled(way, types));
            var problems = Stream.concat(rule.check(terms).stream(), strange(rule, types))
                    .toList();
            if (problems.isEmpty()) {
                return new Offer(this, Optional.of(rule), List.of(), Optional.empty());
            }
            if (lacks.isEmpty()) {
                lacks.addAll(problems);
            }
        }
        return new Offer(this, Optional.empty(), lacks, unmade(terms, types));
    }

    private static String filled(String way, List<String> types) {
        var text = way;
        for (var role : ROLES.entrySet()) {
            text = text.replace("{" + role.getKey() + "}", RuleText.of(new TextConstant(type(role.getValue(), types))));
        }
        return text;
    }

    /** The type that has a role; the first of its names where none does. */
    private static String type(List<String> names, List<String> types) {
        return names.stream()
                .flatMap(name -> types.stream().filter(type -> plain(type).equals(name)))
                .findFirst()
                .orElse(names.getFirst());
    }

    private static String plain(String type) {
        return type.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** The types of events it asks for that are not among those there are, as far as they are known. */
    private static Stream<Problem> strange(Rule rule, List<String> types) {
        return types.isEmpty()
                ? Stream.of()
                : rule.leaves()
                        .filter(Rule.EventTest.class::isInstance)
                        .flatMap(test -> ((Rule.EventTest) test).filters().stream())
                        .flatMap(Rule::leaves)
                        .flatMap(filter -> filter instanceof Rule.Compare compare
                                        && compare.field().equals(Figure.TYPE)
                                        && compare.value() instanceof TextConstant(var type)
                                        && !types.contains(type)
                                ? Stream.of(new Problem(
                                        "No event is of the type “" + type + "”.",
                                        RuleText.of(rule),
                                        "Ask for the types there are."))
                                : Stream.of());
    }

    /** The ready-made feature that is all the best way lacks. */
    private Optional<FeatureDefinition> unmade(Terms terms, List<String> types) {
        var wanted = RuleParser.require(filled(rules.getFirst(), types)).fields().stream()
                .filter(field -> !terms.fields().has(field))
                .toList();
        return Gallery.of(type(PURCHASES, types)).stream()
                .map(GalleryFeature::definition)
                .filter(definition -> List.of(definition.name()).equals(wanted))
                .findFirst();
    }
}
