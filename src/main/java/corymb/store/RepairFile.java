package corymb.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import corymb.repair.Repair;
import corymb.repair.RepairStep;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repairs as a person writes them: {@code [{"kind": "trim", "columns": ["city"]}, {"kind": "casing", "columns": ["city"], "letters":
 * "title", "on": false}, …]}.
 *
 * <p>What is left out is as usual: a step is on, a choice is its first one, a text is empty.
 */
public final class RepairFile {
    private static final long MOST_BYTES = 16 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new SealedTypes(
                    "kind", name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT)))
            .addModule(new SimpleModule().setDeserializerModifier(new AbsentAsFirst()))
            .changeDefaultVisibility(visible -> visible.with(Visibility.NONE).withFieldVisibility(Visibility.ANY))
            .changeDefaultNullHandling(_ -> JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.DEFAULT))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private RepairFile() {}

    /**
     * The repairs in a file, which holds a list of them, one, or what the command line prints.
     *
     * @throws Failure when the file is missing, far too large or defines none
     */
    public static List<RepairStep> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw wrong("It is no file of at most 16 MB.", file.toString());
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and that it is UTF-8."),
                    e);
        }
    }

    /**
     * The repairs in a text, which holds a list of them, one, or what the command line prints.
     *
     * @param place where the text stands, for what is wrong with it
     */
    public static List<RepairStep> parse(String text, String place) {
        try {
            var whole = JSON.readTree(text);
            var root = whole.has("repairs") ? whole.path("repairs") : whole;
            var steps = new ArrayList<RepairStep>();
            for (var node : root.isArray() ? root : List.of(root)) {
                steps.add(step(node, place));
            }
            return steps;
        } catch (JacksonException e) {
            throw wrong(reason(e), place);
        }
    }

    private static RepairStep step(JsonNode node, String place) {
        if (!(node instanceof ObjectNode object)) {
            throw wrong("A repair is an object such as {\"kind\": \"trim\", \"columns\": [\"city\"]}.", place);
        }
        var repair = object.deepCopy();
        var on = repair.remove("on");
        if (on != null && !on.isBoolean()) {
            throw wrong("\"on\" is true or false.", place);
        }
        return new RepairStep(JSON.treeToValue(repair, Repair.class), on == null || on.booleanValue());
    }

    /** A step as it stands in a file. */
    public static JsonNode json(RepairStep step) {
        var repair = (ObjectNode) JSON.readTree(JSON.writerFor(Repair.class).writeValueAsString(step.repair()));
        return repair.put("on", step.isOn());
    }

    private static String reason(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return cause.getMessage() + ".";
            }
        }
        if (e instanceof InvalidTypeIdException) {
            return "Its \"kind\" is missing or none there is.";
        }
        return e instanceof UnrecognizedPropertyException unknown
                ? "There is no \"" + unknown.getPropertyName() + "\"."
                : e.getOriginalMessage().replaceAll("(?s)\\R.*", "").replaceAll("`?(corymb|java)\\.[\\w.$]+`?", "it");
    }

    private static Failure wrong(String what, String place) {
        return new Problem("This does not define repairs. " + what, place, "See corymb repairs --help for an example.")
                .asFailure();
    }
}
