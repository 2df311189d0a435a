package corymb.ui.session;

import corymb.clustering.ClusterPlan;
import corymb.embedding.MapPlan;
import corymb.experiment.AnalysisPlan;
import corymb.experiment.Effect;
import corymb.experiment.MetricPowerPlan;
import corymb.experiment.PowerPlan;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.experiment.Study;
import corymb.importing.Batch;
import corymb.importing.ColumnPlan;
import corymb.importing.ImportPlan;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.importing.Target;
import corymb.preparation.PreparationPlan;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.project.SegmentChange;
import corymb.project.SourceChange;
import corymb.recommend.RecommendationPlan;
import corymb.segment.Policy;
import corymb.segment.SegmentPlan;
import corymb.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command that does what a step did.
 *
 * @param line the command; empty where the command line has none
 * @param beyond what it cannot say of the step's plan
 */
record StepCommand(Optional<String> line, List<String> beyond) {
    private static final StepCommand NONE = new StepCommand(Optional.empty(), List.of());

    StepCommand {
        beyond = List.copyOf(beyond);
    }

    /** The command for a step of the project in that file. */
    static StepCommand of(Change change, Path file) {
        var project = quoted(String.valueOf(file.getFileName()));
        return switch (change) {
            case SourceChange.SourceImported imported ->
                importing(imported.source().value().newest(), project);
            case SourceChange.BatchRemoved removed ->
                with(
                        "batches " + project + " --source " + source(removed.source()) + " --remove N",
                        List.of(Texts.of("step.beyond.removing", removed.file())));
            case SourceChange.RowsResubmitted resubmitted ->
                with(
                        "rejects " + project + " --resubmit repaired.csv",
                        List.of(Texts.of("step.beyond.resubmitting", source(resubmitted.source()))));
            case SourceChange.SourceRepaired repaired ->
                with(
                        "repairs " + project + " --source " + source(repaired.source()) + " --define repairs.json",
                        List.of(Texts.of("step.beyond.repairs")));
            case Change.SourceRemoved _ -> NONE;
            case Change.ChecksStated _ -> with("checks " + project, List.of(Texts.of("step.beyond.checks")));
            case Change.ZoneChosen(var zone) -> just("zone " + project + " " + zone);
            case Change.PreparationsSaved _ ->
                with("preparations " + project, List.of(Texts.of("step.beyond.preparations")));
            case Change.PathsSaved _ -> with("paths " + project, List.of(Texts.of("step.beyond.paths")));
            case Change.Judged judged -> of(judged.step(), file);
            case Change.QualityAssessed _ -> just("quality " + project);
            case Change.CustomersResolved _ -> just("resolve " + project);
            case Change.FeaturesComputed _ -> with("features " + project, List.of(Texts.of("step.beyond.features")));
            case GroupChange.Clustered clustered ->
                clustering(clustered.clustering().value().plan(), project);
            case GroupChange.Mapped mapped -> mapping(mapped.map().value().plan(), project);
            case SegmentChange.SegmentDefined defined ->
                defining(defined.segment().value().plan(), project);
            case SegmentChange.SegmentsDefined _ -> just("segment " + project + " groups");
            case SegmentChange.SegmentsImported _ -> just("segment " + project + " import-rules rules.json");
            case SegmentChange.SegmentsRefreshed _ -> just("refresh " + project);
            case GroupChange.GroupsKept _ -> just("groups " + project + " assign");
            case GroupChange.GroupRenamed renamed ->
                just("groups " + project + " rename " + renamed.cluster() + " " + quoted(renamed.name()));
            case SegmentChange.SegmentRemoved removed ->
                just("segment " + project + " remove " + quoted(removed.name()));
            case SegmentChange.PolicyTaken(var policy) -> just("segment " + project + " policy " + deciding(policy));
            case Change.Recommended recommended ->
                recommending(recommended.recommendations().value().plan(), project);
            case Change.ExperimentStudied studied -> study(studied.study().value(), project);
        };
    }

    private static String deciding(Optional<Policy> policy) {
        return policy.map(taken -> switch (taken) {
                    case Policy.Many() -> "many";
                    case Policy.Priority(var order) ->
                        "priority"
                                + order.stream()
                                        .map(name -> " --order " + quoted(name))
                                        .collect(Collectors.joining());
                    case Policy.ByScore by ->
                        "score --margin " + by.margin()
                                + by.scores().stream()
                                        .map(score -> " --score " + quoted(score.segment() + "=" + score.field()))
                                        .collect(Collectors.joining());
                })
                .orElse("none");
    }

    private static StepCommand just(String command) {
        return with(command, List.of());
    }

    private static StepCommand with(String command, List<String> beyond) {
        return new StepCommand(Optional.of("corymb " + command), beyond);
    }

    private static String source(Made<Source> made) {
        return quoted(made.value().name());
    }

    private static String mode(Mode mode) {
        return switch (mode) {
            case Mode.Replace _ -> "";
            case Mode.Append(var keepsRepeated) -> " --append" + (keepsRepeated ? " --keep-repeated" : "");
            case Mode.Upsert(var key) -> " --upsert " + quoted(String.join(",", key));
        };
    }

    /** Repeated rows of a file that comes in by a key are told apart there, whatever the plan says. */
    private static boolean isUsual(Batch batch) {
        return batch.mode() instanceof Mode.Upsert
                || batch.plan().isNumbered()
                || batch.plan().skipsRepeatedRows() == (batch.plan().role() != Role.EVENTS);
    }

    private static StepCommand importing(Batch batch, String project) {
        var plan = batch.plan();
        var columns = plan.columns();
        var mapping = columns.stream()
                .filter(StepCommand::isSayable)
                .map(StepCommand::mapped)
                .collect(Collectors.joining(","));
        var command = "import " + project + " " + place(plan) + " --as "
                + plan.role().label() + " --source " + quoted(plan.source())
                + option(" --entry ", plan.inside().entries())
                + option(
                        " --table ",
                        plan.origin().equals(Origin.FILES) ? plan.inside().table() : "")
                + (mapping.isEmpty() ? "" : " --map " + quoted(mapping))
                + (plan.isNumbered() ? " --number-rows" : "")
                + mode(batch.mode());
        var beyond = new ArrayList<>(List.of(Texts.of("step.beyond.importing")));
        if (!isUsual(batch)) {
            beyond.add(Texts.of("step.beyond.repeated"));
        }
        if (!columns.stream().allMatch(StepCommand::isSayable)) {
            beyond.add(Texts.of("step.beyond.columns"));
        }
        return with(command, beyond);
    }

    /** The file, or the options of the place that it was fetched from. */
    private static String place(ImportPlan plan) {
        return switch (plan.origin()) {
            case Origin.Files _ -> quoted(String.valueOf(plan.file().getFileName()));
            case Origin.Database from ->
                "--database " + from.kind().name().toLowerCase(Locale.ROOT) + " --host " + from.host() + " --port "
                        + from.port() + " --name " + quoted(from.database()) + " --user " + quoted(from.user())
                        + option(" --table ", from.table()) + option(" --query ", from.query())
                        + option(
                                " --property ",
                                from.properties().entrySet().stream()
                                        .map(property -> property.getKey() + "=" + property.getValue())
                                        .sorted()
                                        .collect(Collectors.joining(",")));
            case Origin.Service from ->
                "--rest " + quoted(from.url()) + option(" --items ", from.items()) + paging(from.paging())
                        + " --max-pages " + from.mostPages() + (from.allowsPlain() ? " --allow-http" : "");
        };
    }

    private static String paging(Origin.Paging paging) {
        return switch (paging) {
            case Origin.Paging.Single() -> "";
            case Origin.Paging.Link(var field) -> " --next-link " + (field.isEmpty() ? "header" : quoted(field));
            case Origin.Paging.Counter(var parameter, var first, var step) ->
                " --page-parameter " + quoted(parameter) + " --first-page " + first + " --page-step " + step;
        };
    }

    private static String option(String name, String value) {
        return value.isEmpty() ? "" : name + quoted(value);
    }

    private static boolean isSayable(ColumnPlan column) {
        return !mapped(column).matches("(?s).*[,\"\\\\].*|.*=.*=.*");
    }

    private static String mapped(ColumnPlan column) {
        return column.column() + "="
                + switch (column.target()) {
                    case Target.ToField(var field) -> field;
                    case Target.Attribute(var name) -> name;
                    case Target.Ignored _ -> "-";
                };
    }

    private static StepCommand clustering(ClusterPlan plan, String project) {
        var line = "cluster " + project + " --features " + quoted(String.join(",", plan.features())) + " --method "
                + ClusterWords.options(plan.method()) + ClusterWords.options(plan.beginning())
                + plan.weight().map(weight -> option(" --weight ", weight)).orElse("")
                + plan.within().map(segment -> option(" --within ", segment)).orElse("") + " --scale "
                + plan.scaling().name().toLowerCase(Locale.ROOT) + " --seed "
                + plan.seed().value();
        return prepared(line, plan.preparation());
    }

    private static StepCommand mapping(MapPlan plan, String project) {
        return prepared("map " + project + MapWords.options(plan), plan.preparation());
    }

    /** The same over features prepared by a plan, which stands in a file where it is not the usual. */
    private static StepCommand prepared(String command, PreparationPlan preparation) {
        return preparation.isUsual()
                ? just(command)
                : with(command + " --prepare preparation.json", List.of(Texts.of("step.beyond.preparation")));
    }

    private static StepCommand defining(SegmentPlan plan, String project) {
        return plan.isLong()
                ? new StepCommand(Optional.empty(), List.of(Texts.of("step.beyond.longRule")))
                : just("segment " + project + " define " + quoted(plan.name()) + " --rule " + quoted(plan.ruleText()));
    }

    /** The command that measures a way to recommend. */
    static StepCommand evaluating(RecommendationPlan plan, Path file) {
        var made = recommending(plan, quoted(String.valueOf(file.getFileName())));
        return new StepCommand(made.line().map(line -> line + " --evaluate"), made.beyond());
    }

    private static StepCommand recommending(RecommendationPlan plan, String project) {
        boolean isUsual = plan.equals(RecommendationPlan.standard(plan.method(), plan.top()));
        return with(
                "recommend " + project + " --method " + StepFacts.lower(plan.method()) + " --top " + plan.top(),
                isUsual ? List.of() : List.of(Texts.of("step.beyond.recommendations")));
    }

    private static StepCommand study(Study study, String project) {
        return switch (study) {
            case Study.PlannedTest planned ->
                switch (planned.size().plan()) {
                    case PowerPlan rate -> just(plan(rate));
                    case MetricPowerPlan _ ->
                        new StepCommand(Optional.empty(), List.of(Texts.of("step.beyond.metricPlan")));
                };
            case Study.SimulatedTest simulated ->
                simulating(simulated.simulation().plan(), project);
            case Study.AnalysedTest analysed ->
                analysing(analysed.analysis().plan(), analysed.analysis().control(), project);
        };
    }

    private static String plan(PowerPlan plan) {
        return "experiment plan --baseline " + plan.baseline() + effect(plan.effect()) + " --power "
                + plan.rates().power() + " --alpha " + plan.rates().alpha() + " --variants "
                + plan.traffic().variants() + " --daily " + plan.traffic().daily() + " --formula "
                + plan.formula().name().toLowerCase(Locale.ROOT);
    }

    private static StepCommand simulating(SimulationPlan plan, String project) {
        var metric = switch (plan.metric()) {
            case SimulatedMetric.Conversion(var feature) -> "conversion:" + feature;
            case SimulatedMetric.Value(var feature) -> "value:" + feature;
            case SimulatedMetric.GivenConversion(var rate) -> "conversion:" + rate;
        };
        var design = plan.design();
        return with(
                "experiment simulate " + project + " --segment " + quoted(plan.segment()) + " --metric "
                        + quoted(metric) + effect(plan.effect()) + " --days " + design.days() + " --runs "
                        + design.runs() + " --peek " + design.peek().name().toLowerCase(Locale.ROOT) + " --alpha "
                        + design.alpha() + " --seed " + plan.seed().value(),
                design.enrolled().value() == 1 ? List.of() : List.of(Texts.of("step.beyond.enrolled")));
    }

    private static StepCommand analysing(AnalysisPlan plan, String control, String project) {
        boolean isUsual = plan.metrics().isEmpty() && plan.ratio().equals(AnalysisPlan.RatioCheck.EQUAL);
        return with(
                "experiment analyse " + project + " " + quoted(plan.experiment()) + " --control " + quoted(control)
                        + " --alpha " + plan.alpha(),
                isUsual ? List.of() : List.of(Texts.of("step.beyond.analysis")));
    }

    /** The size stands behind an equals sign, since it may be negative. */
    private static String effect(Effect effect) {
        return " --effect=" + effect.size() + (effect.isRelative() ? " --relative" : "");
    }

    /** As a shell takes it: between single quotes unless it is a plain word. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.,/:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
