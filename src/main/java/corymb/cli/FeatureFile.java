package corymb.cli;

import corymb.feature.Cuts;
import corymb.feature.EventFeature;
import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeaturePlan;
import corymb.feature.Foretold;
import corymb.feature.Gallery;
import corymb.feature.GalleryFeature;
import corymb.feature.RfmFeature;
import corymb.feature.RfmFeature.Engagement.Weighted;
import corymb.rule.Measurement;
import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.Window;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feature plan as a person writes it: {@code {"asOf": …, "purchaseType": …, "features": [{"kind": "count", "type": "view",
 * "days": 30}, …]}}.
 *
 * <p>Kinds are recency, frequency, monetary, score (of recency, frequency or monetary), count and sum (type, days), tenure, age
 * (column), attribute (column, name), aggregate (name, function, column, where, window), ratio (name, part, whole, which are
 * aggregates without a name), expected_purchases (days), probability_active, expected_value, lifetime_value (days, discount),
 * rfm_group (with name, recency, frequency and monetary, each cut like a score, where it has cuts of one's own), gallery (name of a ready-made one), stage (new, active, churned: days) and engagement (name, weights of aggregates). A window is {last, unit, ago}, {first} or {from, to}. What is left out is as usual: every type, everything before the moment.
 */
final class FeatureFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final KnownNames NAMES = KnownNames.of(
            "asOf purchaseType features kind name of type days column function where window last unit ago first from to part whole"
                    + " weights weight edges shares ties recency frequency monetary new active churned discount");

    /** What each kind takes beside its kind. */
    private static final Map<String, String> BY_KIND = Map.ofEntries(
            Map.entry("score", "of name shares ties edges"),
            Map.entry("rfm_group", "name recency frequency monetary"),
            Map.entry("stage", "new active churned"),
            Map.entry("engagement", "name weights"),
            Map.entry("count", "type days"),
            Map.entry("sum", "type days"),
            Map.entry("gallery", "name"),
            Map.entry("aggregate", "name function column where window"),
            Map.entry("ratio", "name part whole"),
            Map.entry("expected_purchases", "days"),
            Map.entry("lifetime_value", "days discount"),
            Map.entry("age", "column"),
            Map.entry("attribute", "column name"));

    private final Path file;

    private FeatureFile(Path file) {
        this.file = file;
    }

    /**
     * The plan in a file.
     *
     * @param usual what stands for a moment and a type of purchase that the file does not give
     * @throws Failure when the file cannot be read or is no plan
     */
    static FeaturePlan read(Path file, FeaturePlan usual) {
        return new FeatureFile(file).plan(usual);
    }

    private FeaturePlan plan(FeaturePlan usual) {
        try {
            var root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            NAMES.objection(root).ifPresent(objection -> {
                throw wrong(objection);
            });
            var definitions = new ArrayList<FeatureDefinition>();
            var purchase = root.has("purchaseType") ? text(root, "purchaseType") : usual.purchaseType();
            for (var feature : root.path("features")) {
                definitions.add(definition(feature, purchase));
            }
            if (definitions.isEmpty()) {
                throw wrong("It has no list \"features\" with any entries.");
            }
            return root.has("asOf")
                    ? new FeaturePlan(Instant.parse(text(root, "asOf")), usual.zone(), purchase, definitions, false)
                    : new FeaturePlan(usual.asOf(), usual.zone(), purchase, definitions, usual.follows());
        } catch (IOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and that it is UTF-8."),
                    e);
        } catch (DateTimeParseException _) {
            throw wrong("\"asOf\" is no moment such as 2026-07-01T00:00:00Z.");
        } catch (JacksonException e) {
            throw wrong("It is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ".");
        }
    }

    private FeatureDefinition definition(JsonNode feature, String purchaseType) {
        var kind = text(feature, "kind");
        only(feature, kind, ("kind " + BY_KIND.getOrDefault(kind, "")).strip());
        return switch (kind) {
            case "recency" -> new FeatureDefinition.Recency();
            case "frequency" -> new FeatureDefinition.Frequency();
            case "monetary" -> new FeatureDefinition.Monetary();
            case "score" -> score(feature);
            case "rfm_group" -> group(feature);
            case "stage" ->
                new RfmFeature.LifecycleStage(
                        whole(feature, "new", 0), whole(feature, "active", 1), whole(feature, "churned", 1));
            case "engagement" -> new RfmFeature.Engagement(text(feature, "name"), weights(feature));
            case "count" -> new FeatureDefinition.EventCount(type(feature), days(feature));
            case "sum" -> new FeatureDefinition.ValueSum(type(feature), days(feature));
            case "gallery" -> ready(text(feature, "name"), purchaseType);
            case "aggregate" -> aggregate(feature, text(feature, "name"));
            case "ratio" ->
                new EventFeature.Ratio(
                        text(feature, "name"),
                        aggregate(feature.path("part"), "part"),
                        aggregate(feature.path("whole"), "whole"));
            case "expected_purchases" -> new Foretold.ExpectedPurchases(whole(feature, "days", 1));
            case "probability_active" -> new Foretold.ProbabilityActive();
            case "expected_value" -> new Foretold.ExpectedValue();
            case "lifetime_value" -> new Foretold.LifetimeValue(whole(feature, "days", 1), discount(feature));
            case "tenure" -> new FeatureDefinition.Tenure();
            case "age" -> new FeatureDefinition.Age(text(feature, "column"));
            case "attribute" ->
                new FeatureDefinition.AttributeOf(
                        text(feature, "column"), text(feature, feature.has("name") ? "name" : "column"));
            default -> throw wrong("There is no kind \"" + kind + "\".");
        };
    }

    /** Refuses a name that would be passed over. */
    private void only(JsonNode object, String whose, String names) {
        KnownNames.of(names).stray(object, whose).ifPresent(objection -> {
            throw wrong(objection);
        });
    }

    private FeatureDefinition ready(String name, String purchaseType) {
        return Gallery.of(purchaseType).stream()
                .map(GalleryFeature::definition)
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("The gallery has no \"" + name + "\"."));
    }

    /** In fifths with equal values together, unless it says otherwise. */
    private FeatureDefinition score(JsonNode feature) {
        var part = choice(RfmScore.Part.values(), text(feature, "of"));
        return Stream.of("name", "edges", "shares", "ties").anyMatch(feature::has)
                ? new RfmFeature.CutScore(text(feature, "name"), part, cuts(feature))
                : new RfmScore(part);
    }

    private FeatureDefinition group(JsonNode feature) {
        return Stream.of("name", "recency", "frequency", "monetary").anyMatch(feature::has)
                ? new RfmFeature.CutGroup(
                        text(feature, "name"),
                        cuts(feature.path("recency")),
                        cuts(feature.path("frequency")),
                        cuts(feature.path("monetary")))
                : new RfmFeature.RfmGroup();
    }

    private Cuts cuts(JsonNode node) {
        if (node.has("edges")) {
            only(node, "edges", "kind of name edges");
            return new Cuts.Edges(numbers(node, "edges"));
        }
        var shares = node.has("shares") ? numbers(node, "shares") : Cuts.FIFTHS.shares();
        var ties = node.has("ties") ? choice(Cuts.Ties.values(), text(node, "ties")) : Cuts.FIFTHS.ties();
        return new Cuts.Quantiles(shares, ties);
    }

    private List<Double> numbers(JsonNode node, String name) {
        var numbers = new ArrayList<Double>();
        for (var number : node.path(name)) {
            if (!number.isNumber()) {
                throw wrong("\"" + name + "\" is a list of numbers, not " + shortened(node) + ".");
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    private List<Weighted> weights(JsonNode feature) {
        var weights = new ArrayList<Weighted>();
        for (var each : feature.path("weights")) {
            if (!each.path("weight").isNumber()) {
                throw wrong("A number \"weight\" is missing in " + shortened(each) + ".");
            }
            weights.add(new Weighted(
                    aggregate(each.path("of"), "part"), each.path("weight").doubleValue()));
        }
        return weights;
    }

    private Aggregated aggregate(JsonNode feature, String name) {
        only(feature, name, "kind " + BY_KIND.get("aggregate"));
        var filter = feature.has("where") ? rule(text(feature, "where")) : new Rule.Everyone();
        return new Aggregated(
                name,
                choice(Measurement.values(), text(feature, "function")),
                feature.has("column") ? text(feature, "column") : "",
                filter,
                window(feature.path("window")));
    }

    private double discount(JsonNode feature) {
        var discount = feature.path("discount");
        if (!discount.isMissingNode() && !discount.isNumber()) {
            throw wrong("\"discount\" is a share a month such as 0.01, not " + discount + ".");
        }
        return discount.asDouble(0.01);
    }

    private Rule rule(String text) {
        return switch (RuleParser.parse(text)) {
            case ParsedRule.Parsed(var rule) -> rule;
            case ParsedRule.Malformed malformed -> throw wrong("“" + text + "” is no rule: " + malformed.message());
        };
    }

    private Window window(JsonNode window) {
        if (window.isMissingNode()) {
            return new Window.All();
        }
        if (window.has("from")) {
            only(window, "from", "from to");
            return new Window.Between(day(window, "from"), day(window, "to"));
        }
        if (window.has("first")) {
            only(window, "first", "first");
            return new Window.SinceFirst(whole(window, "first", 1));
        }
        only(window, "last", "last unit ago");
        var unit = window.has("unit") ? choice(Window.Unit.values(), text(window, "unit")) : Window.Unit.DAYS;
        int ago = window.has("ago") ? whole(window, "ago", 0) : 0;
        return new Window.Last(whole(window, "last", 1), unit, ago);
    }

    private LocalDate day(JsonNode node, String name) {
        try {
            return LocalDate.parse(text(node, name));
        } catch (DateTimeParseException _) {
            throw wrong("\"" + name + "\" is no day such as 2026-07-01 in " + shortened(node) + ".");
        }
    }

    private int whole(JsonNode node, String name, int least) {
        var number = node.path(name);
        if (!number.isInt() || number.intValue() < least) {
            throw wrong("\"" + name + "\" is a whole number from " + least + ", not " + number + ".");
        }
        return number.intValue();
    }

    private <E extends Enum<E>> E choice(E[] choices, String name) {
        return Stream.of(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no \"" + name + "\"; choose one of "
                        + Stream.of(choices)
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private String type(JsonNode feature) {
        return feature.has("type") ? text(feature, "type") : FeatureDefinition.ANY;
    }

    private int days(JsonNode feature) {
        return feature.has("days") ? whole(feature, "days", 1) : FeatureDefinition.EVER;
    }

    private String text(JsonNode node, String name) {
        var text = node.path(name);
        if (!text.isString() || text.stringValue().isBlank()) {
            throw wrong("A text \"" + name + "\" is missing in " + shortened(node) + ".");
        }
        return text.stringValue();
    }

    private static String shortened(JsonNode node) {
        var text = node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Failure wrong(String what) {
        return new Problem(
                        "The file does not define features. " + what,
                        file.toString(),
                        "See corymb features --help for an example.")
                .asFailure();
    }
}
