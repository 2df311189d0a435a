package corymb.cli;

import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeaturePlan;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feature plan as a person writes it: {@code {"asOf": …, "purchaseType": …, "features": [{"kind": "count", "type": "view",
 * "days": 30}, …]}}.
 *
 * <p>Kinds are recency, frequency, monetary, score (of recency, frequency or monetary), count and sum (type, days), tenure, age
 * (column) and attribute (column, name). What is left out is as usual: every type, everything before the moment.
 */
final class FeatureFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
            var definitions = new ArrayList<FeatureDefinition>();
            for (var feature : root.path("features")) {
                definitions.add(definition(feature));
            }
            if (definitions.isEmpty()) {
                throw wrong("It has no list \"features\" with any entries.");
            }
            var asOf = root.has("asOf") ? Instant.parse(text(root, "asOf")) : usual.asOf();
            var purchase = root.has("purchaseType") ? text(root, "purchaseType") : usual.purchaseType();
            return new FeaturePlan(asOf, purchase, definitions);
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

    private FeatureDefinition definition(JsonNode feature) {
        return switch (text(feature, "kind")) {
            case "recency" -> new FeatureDefinition.Recency();
            case "frequency" -> new FeatureDefinition.Frequency();
            case "monetary" -> new FeatureDefinition.Monetary();
            case "score" -> new RfmScore(part(text(feature, "of")));
            case "count" -> new FeatureDefinition.EventCount(type(feature), days(feature));
            case "sum" -> new FeatureDefinition.ValueSum(type(feature), days(feature));
            case "tenure" -> new FeatureDefinition.Tenure();
            case "age" -> new FeatureDefinition.Age(text(feature, "column"));
            case "attribute" ->
                new FeatureDefinition.AttributeOf(
                        text(feature, "column"), text(feature, feature.has("name") ? "name" : "column"));
            default -> throw wrong("There is no kind \"" + text(feature, "kind") + "\".");
        };
    }

    private RfmScore.Part part(String name) {
        return List.of(RfmScore.Part.values()).stream()
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no score of \"" + name + "\"."));
    }

    private String type(JsonNode feature) {
        return feature.has("type") ? text(feature, "type") : FeatureDefinition.ANY;
    }

    private int days(JsonNode feature) {
        var days = feature.path("days");
        if (days.isMissingNode()) {
            return FeatureDefinition.EVER;
        }
        if (!days.isInt() || days.intValue() < 1) {
            throw wrong("\"days\" is a whole number from 1, not " + days + ".");
        }
        return days.intValue();
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
