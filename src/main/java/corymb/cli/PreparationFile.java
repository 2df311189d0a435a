package corymb.cli;

import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.project.ProjectFile;
import corymb.stats.Scaling;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan of preparation as JSON: {"steps": [{"kind": …, "columns": […], …}]}; what the command that shows one adds may stand there too.
 *
 * <p>Kinds are impute (fill), transform (curve), scale (scaling), winsorise (low, high), group_rare (share), one_hot (most), frequency, target
 * (target, smoothing, folds), drop_constant (variance), drop_correlated (most) and components (count). Without columns a step is done to all that
 * it fits.
 */
final class PreparationFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final KnownNames NAMES =
            KnownNames.of("kind columns fill curve scaling low high share most target smoothing folds variance count");

    /** What is told of a plan that is shown. */
    private static final KnownNames SHOWN = KnownNames.of("name steps seconds");

    /** What each kind takes beside its kind and columns. */
    private static final Map<String, String> BY_KIND = Map.ofEntries(
            Map.entry("impute", "fill"),
            Map.entry("transform", "curve"),
            Map.entry("scale", "scaling"),
            Map.entry("winsorise", "low high"),
            Map.entry("group_rare", "share"),
            Map.entry("one_hot", "most"),
            Map.entry("target", "target smoothing folds"),
            Map.entry("drop_constant", "variance"),
            Map.entry("drop_correlated", "most"),
            Map.entry("components", "count"));

    private final Path file;

    private PreparationFile(Path file) {
        this.file = file;
    }

    /**
     * The plan in a file.
     *
     * @throws Failure when the file cannot be read or is no plan
     */
    static PreparationPlan read(Path file) {
        return new PreparationFile(file).plan();
    }

    /** The steps of a plan as such a file has them. */
    static List<Object> values(PreparationPlan plan) {
        return plan.steps().stream().map(PreparationFile::values).toList();
    }

    private static Object values(Step step) {
        var values = new LinkedHashMap<>(
                switch (step) {
                    case Step.Impute impute -> JsonValues.object("kind", "impute", "fill", lower(impute.fill()));
                    case Step.Transform bend -> JsonValues.object("kind", "transform", "curve", lower(bend.curve()));
                    case Step.Scale scale -> JsonValues.object("kind", "scale", "scaling", lower(scale.scaling()));
                    case Step.Winsorise ends ->
                        JsonValues.object("kind", "winsorise", "low", ends.low(), "high", ends.high());
                    case Step.GroupRare rare -> JsonValues.object("kind", "group_rare", "share", rare.share());
                    case Step.OneHot oneHot -> JsonValues.object("kind", "one_hot", "most", oneHot.most());
                    case Step.EncodeFrequency _ -> JsonValues.object("kind", "frequency");
                    case Step.EncodeTarget by ->
                        JsonValues.object(
                                "kind",
                                "target",
                                "target",
                                by.target(),
                                "smoothing",
                                by.smoothing(),
                                "folds",
                                by.folds());
                    case Step.DropConstant drop ->
                        JsonValues.object("kind", "drop_constant", "variance", drop.variance());
                    case Step.DropCorrelated drop -> JsonValues.object("kind", "drop_correlated", "most", drop.most());
                    case Step.Components axes -> JsonValues.object("kind", "components", "count", axes.count());
                });
        if (!step.columns().isEmpty()) {
            values.put("columns", step.columns());
        }
        return values;
    }

    private PreparationPlan plan() {
        try {
            var root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            Stream.concat(SHOWN.stray(root, "the plan").stream(), NAMES.objection(root.path("steps")).stream())
                    .findFirst()
                    .ifPresent(objection -> {
                        throw wrong(objection);
                    });
            var steps = new ArrayList<Step>();
            for (var step : root.path("steps")) {
                steps.add(step(step));
            }
            if (steps.isEmpty()) {
                throw wrong("It has no list \"steps\" with any entries.");
            }
            return new PreparationPlan(steps);
        } catch (IOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and that it is UTF-8."),
                    e);
        } catch (JacksonException e) {
            throw wrong("It is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ".");
        }
    }

    private Step step(JsonNode step) {
        var columns = columns(step);
        var kind = text(step, "kind");
        KnownNames.of(("kind columns " + BY_KIND.getOrDefault(kind, "")).strip())
                .stray(step, kind)
                .ifPresent(objection -> {
                    throw wrong(objection);
                });
        return switch (kind) {
            case "impute" -> new Step.Impute(columns, choice(Step.Fill.values(), text(step, "fill")));
            case "transform" -> new Step.Transform(columns, choice(Step.Curve.values(), text(step, "curve")));
            case "scale" -> new Step.Scale(columns, choice(Scaling.values(), text(step, "scaling")));
            case "winsorise" -> new Step.Winsorise(columns, number(step, "low", 0.01), number(step, "high", 0.99));
            case "group_rare" -> new Step.GroupRare(columns, number(step, "share", 0.01));
            case "one_hot" -> new Step.OneHot(columns, whole(step, "most", 12));
            case "frequency" -> new Step.EncodeFrequency(columns);
            case "target" ->
                new Step.EncodeTarget(
                        columns, text(step, "target"), number(step, "smoothing", 10), whole(step, "folds", 0));
            case "drop_constant" -> new Step.DropConstant(columns, number(step, "variance", 0));
            case "drop_correlated" -> new Step.DropCorrelated(columns, number(step, "most", 0.95));
            case "components" -> new Step.Components(columns, whole(step, "count", 2));
            default -> throw wrong("There is no kind \"" + kind + "\".");
        };
    }

    private List<String> columns(JsonNode step) {
        var columns = new ArrayList<String>();
        if (step.has("columns") && !step.path("columns").isArray()) {
            throw wrong("\"columns\" is a list of names, not " + step.path("columns") + ".");
        }
        for (var column : step.path("columns")) {
            if (!column.isString()) {
                throw wrong("\"columns\" is a list of names, not " + column + ".");
            }
            columns.add(column.stringValue());
        }
        return columns;
    }

    private String text(JsonNode step, String name) {
        var text = step.path(name);
        if (!text.isString()) {
            throw wrong("A text \"" + name + "\" is missing in " + step + ".");
        }
        return text.stringValue();
    }

    private double number(JsonNode step, String name, double usual) {
        var number = step.path(name);
        if (!number.isMissingNode() && !number.isNumber()) {
            throw wrong("\"" + name + "\" is a number, not " + number + ".");
        }
        return number.asDouble(usual);
    }

    private int whole(JsonNode step, String name, int usual) {
        var number = step.path(name);
        if (!number.isMissingNode() && !number.isInt()) {
            throw wrong("\"" + name + "\" is a whole number, not " + number + ".");
        }
        return number.asInt(usual);
    }

    private <E extends Enum<E>> E choice(E[] choices, String name) {
        return Stream.of(choices)
                .filter(choice -> lower(choice).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no \"" + name + "\"; choose one of "
                        + Stream.of(choices).map(PreparationFile::lower).collect(Collectors.joining(", ")) + "."));
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private Failure wrong(String what) {
        return new Problem(
                        "The file is no plan of preparation. " + what,
                        file.toString(),
                        "See corymb cluster --help for an example.")
                .asFailure();
    }

    /** The plan that a project keeps under that name, else the one in the file of that name. */
    static PreparationPlan named(ProjectFile file, String named) {
        var kept = file.history().present().preparations();
        var path = Path.of(named);
        // Nobody who wrote that meant a plan by its name.
        boolean isFile = Files.exists(path) || path.getNameCount() > 1 || named.endsWith(".json");
        if (kept.find(named).isEmpty() && isFile) {
            return read(path);
        }
        return kept.require(named).plan();
    }
}
