package corymb.cli;

import corymb.importing.CsvDialect;
import corymb.importing.Detected;
import corymb.importing.FileDetection;
import corymb.importing.FileFormat;
import corymb.importing.FilePattern;
import corymb.importing.ImportPlan;
import corymb.importing.ImportedColumn;
import corymb.importing.Inside;
import corymb.importing.MappingProposal;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Recipe;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.project.SourceChange;
import corymb.quality.CheckResult;
import corymb.report.OutputPlace;
import corymb.store.RecipeFile;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes files into a project, each as one source.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends ProjectCommand {
    private static final double PLANNING_PART = 0.05;
    private static final double READING_PART = 0.8;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "CSV, texts of fixed width, JSON, GeoJSON and Parquet files, workbooks (.xlsx, .xls, .ods), dBase files and SQLite databases, also packed as .gz, .bz2 or .zip; a"
                            + " folder, or a pattern such as 'orders/*.csv', is read as one source.")
    private List<String> imported = List.of();

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            description =
                    "What the rows are: customers, events, items, consents or exposures; needed unless --again or --recipe"
                            + " says it.")
    private Optional<Role> role = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "The source's name (default: the file's).")
    private String source = "";

    @Option(
            names = "--map",
            paramLabel = "column=field",
            split = ",",
            description = "Which column fills which field; the others are proposed from their names.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--number-rows",
            description =
                    "Customers whose file has no ids: each row is a customer of its own, whose id is the source's name and"
                            + " the number of the row.")
    private boolean isNumbered;

    @Option(
            names = "--entry",
            paramLabel = "NAME",
            description =
                    "Which file in an archive or folder: its name, or a pattern with * and ? (default: all, if they"
                            + " are alike).")
    private String entry = "";

    @Option(
            names = {"--table", "--sheet"},
            paramLabel = "NAME",
            description =
                    "Which sheet of a workbook, with or without a range of its cells such as Sales!B3:F20, which list of"
                            + " a JSON file such as data.items, or which table or view of a database (default: the first"
                            + " sheet, the longest list or table).")
    private String table = "";

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Mixin
    private WrittenOptions written = new WrittenOptions();

    @Mixin
    private ModeOptions modes = new ModeOptions();

    @Mixin
    private AgainOptions again = new AgainOptions();

    @Option(names = "--dry-run", description = "Only say what would be taken.")
    private boolean isDryRun;

    @Mixin
    private FailOn failOn = new FailOn();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (imported.size() > 1 && !(source + again.source()).isEmpty()) {
            throw wrongUsage("One name cannot be given to several files: import them one by one.");
        }
        var recipe = again.asked(this, file.history().present());
        if (recipe.isEmpty() && role.isEmpty()) {
            throw wrongUsage("Missing required option: '--as=ROLE'");
        }
        var origin = places.place(table);
        if (origin.isPresent() != imported.isEmpty()) {
            throw wrongUsage("Name either files or one place: --database or --rest.");
        }
        written.require(this);
        var asked = modes.asked(this);
        var looks = origin.map(place -> List.of(fetched(file, place, progress.between(0, PLANNING_PART))))
                .orElseGet(() -> imported.stream()
                        .map(name -> look(name, recipe, progress.between(0, PLANNING_PART)))
                        .toList());
        var plans = looks.stream()
                .map(look -> plan(look, recipe).from(origin.orElse(Origin.FILES)))
                .toList();
        var mode = asked.or(() -> recipe.map(Recipe::mode)).orElse(Mode.REPLACE);
        var taken = isDryRun
                ? tried(journey, mode, plans, progress.between(PLANNING_PART, 1))
                : taken(file, journey, mode, plans, progress.between(PLANNING_PART, 1));
        var sources = taken.sources();
        var reply = new Reply();
        describe(sources.getFirst()).forEach(reply::key);
        if (sources.size() > 1) {
            reply.key("files", sources.stream().map(ImportCommand::describe).toList());
        }
        if (isDryRun) {
            reply.key("guesses", GuessValues.of(looks.getFirst()));
        }
        sources.forEach(source -> {
            reply.line("%s", counts(source));
            RepairValues.tell(source, reply);
        });
        recipe.ifPresent(before -> DriftValues.tell(before, looks, reply));
        again.saved().ifPresent(place -> save(sources.getFirst(), place, file));
        reply.key("checks", taken.results().stream().map(FailOn::json).toList());
        taken.results().stream()
                .filter(result -> !result.isPassed())
                .forEach(result -> reply.line("%s", FailOn.line(result)));
        for (int i = 0; i < looks.size(); i++) {
            GuessValues.doubts(looks.get(i), plans.get(i)).forEach(doubt -> reply.line("%s", doubt));
        }
        return isDryRun ? reply.line("Nothing was stored.") : reply;
    }

    private static String counts(Source source) {
        var batch = source.newest();
        var counts = source.name() + ": " + BatchValues.counts(batch);
        long skipped = batch.counts().skippedLines();
        return skipped == 0 ? counts : counts + "; %,d lines are no rows".formatted(skipped);
    }

    /** What came in, and what the checks stated for it came to. */
    private record Taken(List<Source> sources, List<CheckResult> results) {}

    private static Taken tried(Journey journey, Mode mode, List<ImportPlan> plans, Progress progress) {
        return new Taken(each(plans, progress, (plan, part) -> journey.tryImport(plan, mode, part)), List.of());
    }

    /** Stores nothing before every file has been read, so that one that cannot be taken leaves the project as it was. */
    private Taken taken(ProjectFile file, Journey journey, Mode mode, List<ImportPlan> plans, Progress progress) {
        var changes = each(plans, progress.between(0, READING_PART), (plan, part) ->
                (SourceChange.SourceImported) journey.importFile(plan, mode, part));
        var results = results(file.history().present(), journey, changes);
        failOn.require(results);
        each(changes, progress.between(READING_PART, 1), file::commit);
        return new Taken(changes.stream().map(change -> change.source().value()).toList(), results);
    }

    /** What the checks stated for the new sources come to, beside those that stay. */
    private static List<CheckResult> results(
            Project before, Journey journey, List<SourceChange.SourceImported> changes) {
        var project = before;
        for (var change : changes) {
            project = change.applyTo(project);
        }
        var run = journey.checks().run(project);
        var results = new ArrayList<CheckResult>();
        for (var change : changes) {
            var source = change.source().value();
            results.addAll(run.results(source, project.stated().of(source.name()), Progress.NONE));
        }
        return results;
    }

    private static <T, R> List<R> each(List<T> items, Progress progress, BiFunction<T, Progress, R> step) {
        var results = new ArrayList<R>();
        for (int i = 0; i < items.size(); i++) {
            var part = progress.between((double) i / items.size(), (i + 1.0) / items.size());
            results.add(step.apply(items.get(i), part));
        }
        return results;
    }

    private Detected fetched(ProjectFile file, Origin place, Progress progress) {
        var rows = places.fetch(place, file.engine().newFolder("fetched"), desk().clock(), progress);
        return written.applied(FileDetection.detect(rows, progress), progress);
    }

    private static void save(Source source, Path place, ProjectFile file) {
        OutputPlace.require(file.history().present(), place);
        RecipeFile.write(new Recipe(source.plan(), source.newest().mode()), place);
    }

    private Detected look(String named, Optional<Recipe> recipe, Progress progress) {
        var place = FilePattern.of(named);
        var part = table.isEmpty()
                ? recipe.map(before -> before.plan().inside().table()).orElse("")
                : table;
        var inside = new Inside(entry.isEmpty() ? place.entries() : entry, part);
        var detected = FileDetection.detect(place.path(), inside, progress);
        if (!detected.choices().areAlike()) {
            throw new Problem(
                            "The files inside are not alike, so they cannot be one source.",
                            named,
                            "Choose one, or several by a pattern, with --entry: "
                                    + String.join(", ", detected.choices().entries()))
                    .asFailure();
        }
        if (!table.isEmpty() && detected.format() == FileFormat.CSV) {
            throw wrongUsage(
                    "--sheet and --table go with workbooks, databases and JSON; " + named + " is none of them.");
        }
        return written.applied(
                recipe.map(before -> before.look(detected, progress)).orElse(detected), progress);
    }

    private ImportPlan plan(Detected detected, Optional<Recipe> recipe) {
        var given = source.isEmpty() ? again.source() : source;
        var name = given.isEmpty() ? detected.proposedName() : given;
        var plan = recipe.map(before -> before.plan(name, detected))
                .orElseGet(() -> proposed(name, role.orElseThrow(), detected));
        var mapped = mapping.isEmpty() ? plan : MappingProposal.withMapping(plan, mapping);
        return written.applied(isNumbered ? mapped.numberedFrom(1) : mapped);
    }

    private static ImportPlan proposed(String name, Role role, Detected detected) {
        return ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
    }

    private static Map<String, Object> describe(Source source) {
        var batch = source.newest();
        return JsonValues.object(
                "source",
                source.name(),
                "role",
                source.role(),
                "format",
                source.plan().format(),
                "origin",
                source.plan().origin().words(),
                "inside",
                source.plan().inside().words(),
                "dialect",
                dialect(source.plan().dialect()),
                "mode",
                BatchValues.mode(batch.mode()),
                "import",
                source.batches().size(),
                "rows",
                batch.counts().rows(),
                "accepted",
                batch.counts().accepted(),
                "new",
                batch.added(),
                "updated",
                batch.updated(),
                "rejected",
                batch.counts().rejected(),
                "duplicates",
                batch.counts().duplicates(),
                "skippedLines",
                batch.counts().skippedLines(),
                "rowsNow",
                source.accepted(),
                "repairs",
                RepairValues.outcomes(source),
                "columns",
                batch.columns().stream().map(ImportCommand::column).toList());
    }

    private static Map<String, Object> dialect(CsvDialect dialect) {
        return JsonValues.object(
                "delimiter",
                dialect.delimiter(),
                "quote",
                dialect.quote(),
                "encoding",
                dialect.encoding(),
                "header",
                dialect.hasHeader(),
                "escape",
                dialect.escape(),
                "comment",
                dialect.comment(),
                "skippedLines",
                dialect.skippedLines(),
                "fixed",
                dialect.fixed().words());
    }

    private static Map<String, Object> column(ImportedColumn column) {
        return JsonValues.object(
                "name",
                column.name(),
                "type",
                column.type(),
                "field",
                column.field().isEmpty() ? java.util.Optional.empty() : column.field(),
                "column",
                column.column(),
                "unreadable",
                column.unreadable(),
                "note",
                column.note());
    }
}
