package corymb.report;

import corymb.chart.RuleWords;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Figure;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.Segment;
import corymb.segment.SharedRule;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.TextConstant;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of segments as a JSON file, to be used in another project: {@code {"format": "corymb rules", "version": 1, "segments":
 * [{"name": …, "rule": …, "sentence": …, "segments": […], "features": […], "events": […]}]}}.
 *
 * <p>Segments that others ask for stand before them. What reads the file needs {@code name} and {@code rule}; the sentence, and what the
 * rule asks for (other segments, features and attributes, types of events) are for people and programs that look into it.
 */
public final class RulesFile {
    private static final String FORMAT = "corymb rules";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 16 << 20;
    private static final int MOST_SEGMENTS = 500;
    private static final int MOST_NESTED = 20;
    private static final Set<String> KEYS = Set.of("name", "rule", "sentence", "segments", "features", "events");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTED)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RulesFile() {}

    /** The segments of those names and all that their rules rest on, in the order of dependence; of no names, all there are. */
    public static List<Made<Segment>> inOrder(Project project, Set<String> names) {
        var ordered = new LinkedHashSet<String>();
        project.segments().stream()
                .map(made -> made.value().name())
                .filter(name -> names.isEmpty() || names.contains(name))
                .forEach(name -> add(project, name, ordered));
        return ordered.stream().flatMap(name -> project.segment(name).stream()).toList();
    }

    /** No circle is ever made, so that this ends. */
    private static void add(Project project, String name, Set<String> ordered) {
        if (!ordered.contains(name)) {
            project.segment(name)
                    .ifPresent(made ->
                            made.value().plan().rule().segments().forEach(behind -> add(project, behind, ordered)));
            ordered.add(name);
        }
    }

    /** Those of the segments whose rule names customers, whose ids go with it. */
    public static List<String> listingCustomers(List<Made<Segment>> segments) {
        return segments.stream()
                .map(Made::value)
                .filter(segment -> segment.plan().rule().fields().contains(Population.ID))
                .map(Segment::name)
                .toList();
    }

    /**
     * Writes the rules of segments; the file is there whole or not at all.
     *
     * @return the file's SHA-256 checksum in hexadecimal
     * @throws Failure when it cannot be written, or a source was read from it
     */
    public static String write(Project project, List<Made<Segment>> segments, Path file) {
        OutputPlace.require(project, file);
        var words = RuleWords.of(project);
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("version", VERSION);
        document.put(
                "segments",
                segments.stream()
                        .map(made -> values(
                                made.value(),
                                words.naming(project.meaning(made.value().plan()))))
                        .toList());
        return AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(document)));
    }

    private static Map<String, Object> values(Segment segment, RuleWords words) {
        var rule = segment.plan().rule();
        var values = new LinkedHashMap<String, Object>();
        values.put("name", segment.name());
        values.put("rule", segment.plan().ruleText());
        values.put("sentence", words.of(rule));
        values.put("segments", rule.segments());
        values.put("features", rule.fields());
        values.put("events", eventTypes(rule));
        return values;
    }

    private static Set<String> eventTypes(Rule rule) {
        var types = new TreeSet<String>();
        rule.leaves()
                .filter(Rule.EventTest.class::isInstance)
                .flatMap(leaf -> ((Rule.EventTest) leaf).filters().stream())
                .flatMap(Rule::tests)
                .filter(test -> test.field().equals(Figure.TYPE))
                .flatMap(RulesFile::values)
                .forEach(value -> {
                    if (value instanceof TextConstant(var type)) {
                        types.add(type);
                    }
                });
        return types;
    }

    private static Stream<Constant> values(Rule.Test test) {
        return switch (test) {
            case Rule.Compare compare -> Stream.of(compare.value());
            case Rule.OneOf list -> list.values().stream();
            case Rule.CompareFields _, Rule.Between _, Rule.TextMatch _, Rule.IsMissing _, Rule.Dated _, Rule.Older _ ->
                Stream.empty();
        };
    }

    /**
     * The rules in such a file.
     *
     * @throws Failure when it is missing, far too large, none, or of a later version
     */
    public static List<SharedRule> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw wrong("It is no file of at most 16 MB.", file);
            }
            return rules(JSON.readTree(Files.readAllBytes(file)), file);
        } catch (IOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and who may read it."), e);
        } catch (JacksonException e) {
            throw new Failure(problem("It is not JSON as it should be: " + reason(e) + place(e) + ".", file), e);
        }
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceAll("(?s)[\\r\\n(].*", "").strip();
    }

    private static String place(JacksonException e) {
        var place = e.getLocation();
        return place == null || place.getLineNr() < 1
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static List<SharedRule> rules(JsonNode root, Path file) {
        if (!root.path("format").isString()
                || !root.path("format").stringValue().equals(FORMAT)) {
            throw wrong("It lacks \"format\": \"" + FORMAT + "\".", file);
        }
        var version = root.path("version");
        if (!version.isInt() || version.intValue() < 1) {
            throw wrong("Its \"version\" is no whole number from 1.", file);
        }
        if (version.intValue() > VERSION) {
            throw new Problem(
                            "These rules are of version " + version.intValue() + ", this Corymb reads version "
                                    + VERSION + ".",
                            file.toString(),
                            "Use a newer Corymb, or save them with this one.")
                    .asFailure();
        }
        var segments = root.path("segments");
        if (!segments.isArray() || segments.isEmpty() || segments.size() > MOST_SEGMENTS) {
            throw wrong("Its \"segments\" are no list of 1 to " + MOST_SEGMENTS + ".", file);
        }
        var rules = new ArrayList<SharedRule>();
        for (int i = 0; i < segments.size(); i++) {
            rules.add(rule(segments.get(i), "segments[" + i + "]", file));
        }
        return rules;
    }

    private static SharedRule rule(JsonNode segment, String place, Path file) {
        if (!segment.isObject()) {
            throw wrong(place + " is no object with a name and a rule.", file);
        }
        segment.propertyNames().stream()
                .filter(name -> !KEYS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong("There is no \"" + name + "\" in " + place + ".", file);
                });
        return new SharedRule(text(segment, "name", place, file), text(segment, "rule", place, file));
    }

    private static String text(JsonNode segment, String key, String place, Path file) {
        var value = segment.path(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong(place + "." + key + " is no text.", file);
        }
        return value.stringValue().strip();
    }

    private static Failure wrong(String what, Path file) {
        return problem(what, file).asFailure();
    }

    private static Problem problem(String what, Path file) {
        return new Problem(
                "This file does not tell rules of segments. " + what,
                file.toString(),
                "Save one with corymb segment PROJECT export-rules --out FILE, or on the page of segments.");
    }
}
