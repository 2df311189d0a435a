package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Origin;
import corymb.importing.Recipe;
import corymb.importing.Rejects;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.project.Change;
import corymb.project.Made;
import corymb.quality.ComparingImports;
import corymb.quality.ImportComparison;
import corymb.report.OutputPlace;
import corymb.report.TableCsv;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the page of sources shows and can do. */
public final class SourcesModel {
    private static final List<Dialogs.FileKind> KINDS = List.of(
            new Dialogs.FileKind(
                    Texts.of("sources.kindTables"),
                    List.of(
                            "*.csv",
                            "*.tsv",
                            "*.txt",
                            "*.json",
                            "*.geojson",
                            "*.ndjson",
                            "*.jsonl",
                            "*.xlsx",
                            "*.xlsm",
                            "*.xls",
                            "*.ods",
                            "*.parquet",
                            "*.dbf",
                            "*.sqlite",
                            "*.sqlite3",
                            "*.db",
                            "*.gz",
                            "*.bz2",
                            "*.zip")),
            new Dialogs.FileKind(Texts.of("sources.kindAll"), List.of("*.*")));

    private final Session session;
    private final Dialogs dialogs;
    private final RecipesModel recipes;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Table> sources = new ReadOnlyObjectWrapper<>(new Table(List.of()));
    private final ReadOnlyObjectWrapper<Optional<Made<Source>>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportComparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> exported = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SourcesModel(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
        this.recipes = new RecipesModel(session, dialogs);
        session.historyProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One row a source. */
    public ReadOnlyObjectProperty<Table> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** The source whose rows are shown. */
    public ReadOnlyObjectProperty<Optional<Made<Source>>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** How the last step ended. */
    public ReadOnlyObjectProperty<Optional<Outcome<?>>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The file that rows were last exported into; empty after a failure. */
    public ReadOnlyObjectProperty<Optional<Path>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** Asks which files to import. */
    public List<Path> chooseFiles() {
        return dialogs.chooseFiles(Texts.of("sources.choose"), KINDS);
    }

    public ImportModel importing(Path file, Origin origin) {
        return new ImportModel(session, dialogs, file, origin);
    }

    /** Asks a database or a web service for rows. */
    public PlaceModel fetching() {
        return new PlaceModel(session);
    }

    /** Shows the rows of the source of that name. */
    public void choose(String name) {
        chosen.set(session.project().source(name));
    }

    /** The rows of the chosen source that were taken. */
    public Optional<RowSource> rows() {
        return chosen.get()
                .map(made -> QueryRows.of(session.file().engine(), made.value().data()));
    }

    /** The rows of the chosen source that were not taken. */
    public Optional<RowSource> rejects() {
        return chosen.get()
                .filter(made -> made.value().rejected() > 0)
                .map(Made::value)
                .map(source -> QueryRows.of(
                        session.file().engine(), source.rejects(), source.rejectColumns(), source.rejected()));
    }

    /** Asks where to, and writes the rows of the chosen source that were not taken as CSV. */
    public void exportRejects() {
        chosen.get()
                .map(Made::value)
                .ifPresent(source -> dialogs.chooseTarget(
                                Texts.of("sources.exportRejects"),
                                Texts.of("sources.rejectsFile", source.name()),
                                new Dialogs.FileKind("CSV", List.of("*.csv")))
                        .ifPresent(file -> exportRejects(source, file)));
    }

    private void exportRejects(Source source, Path file) {
        var project = session.project();
        exported.set(Optional.empty());
        session.read(
                Texts.of("sources.exportRejects"),
                (open, progress) -> {
                    OutputPlace.require(project, file);
                    TableCsv.write(open.engine().table(Rejects.of(List.of(source)), progress), file);
                    return file;
                },
                outcome -> {
                    ended.set(Optional.of(outcome));
                    exported.set(
                            outcome instanceof Outcome.Done(var written) ? Optional.of(written) : Optional.empty());
                });
    }

    /** Asks where to, and writes down how the newest file of the chosen source was read. */
    void saveRecipe() {
        chosen.get()
                .map(made -> made.value().newest())
                .ifPresent(newest -> recipes.save(new Recipe(newest.plan(), newest.mode())));
    }

    /** Recipes as files. */
    RecipesModel recipes() {
        return recipes;
    }

    /** Takes the chosen source out of the project. */
    public void remove() {
        chosen.get()
                .ifPresent(made -> session.take(
                        Texts.of("sources.removing", made.value().name()),
                        (_, _) -> new Change.SourceRemoved(made.value().name()),
                        outcome -> ended.set(Optional.of(outcome))));
    }

    /** Takes one import of the chosen source out again, counted from 1. */
    void removeImport(int number) {
        chosen.get()
                .ifPresent(made -> session.take(
                        Texts.of("sources.removing", made.value().name()),
                        (journey, progress) -> journey.removeImport(made.value().name(), number, progress),
                        outcome -> ended.set(Optional.of(outcome))));
    }

    /** Lays one import of the chosen source, counted from 1, beside the one before. */
    void compare(int number) {
        chosen.get()
                .map(Made::value)
                .ifPresent(source -> session.read(
                        Texts.of("sources.comparing", source.name()),
                        (open, progress) -> ComparingImports.run(
                                open.engine(), source, ComparingImports.withTheOneBefore(source, number), progress),
                        outcome -> {
                            ended.set(Optional.of(outcome));
                            if (outcome instanceof Outcome.Done(var found)) {
                                comparison.set(Optional.of(found));
                            }
                        }));
    }

    /** The imports that were last laid side by side. */
    public ReadOnlyObjectProperty<Optional<ImportComparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Which sources look up in others that have changed since, in words; empty without any. */
    public ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Looks up in the others as they are now. */
    public void lookUpAnew() {
        session.change(
                Texts.of("sources.lookingUp"),
                progress -> session.journey().ensureSources(progress),
                outcome -> ended.set(Optional.of(outcome)));
    }

    private void refresh() {
        var all = session.project().sources();
        var names = all.stream()
                .filter(made -> session.staleProperty().get().contains(made.id()))
                .map(made -> made.value().name())
                .collect(Collectors.joining(", "));
        stale.set(names.isEmpty() ? "" : Texts.of("sources.stale", names));
        sources.set(table(all));
        state.set(stateOf(all));
        var name = chosen.get().map(made -> made.value().name()).orElse("");
        chosen.set(session.project().source(name).or(() -> all.stream().findFirst()));
    }

    private static String stateOf(List<Made<Source>> all) {
        if (all.isEmpty()) {
            return Texts.of("sources.none");
        }
        var numbers = Numbers.local();
        long rows = all.stream().mapToLong(made -> made.value().accepted()).sum();
        long rejected = all.stream().mapToLong(made -> made.value().rejected()).sum();
        return Texts.of(
                all.size() == 1 ? "sources.stateOne" : "sources.state",
                numbers.count(all.size()),
                numbers.count(rows),
                numbers.count(rejected));
    }

    private static Table table(List<Made<Source>> all) {
        return new Table(List.<Column>of(
                new TextColumn(
                        Texts.of("sources.name"),
                        all.stream().map(made -> made.value().name()).toList()),
                new TextColumn(
                        Texts.of("sources.role"),
                        all.stream().map(made -> roleName(made.value().role())).toList()),
                number("sources.rows", all, Source::rows),
                number("sources.accepted", all, Source::accepted),
                number("sources.rejected", all, Source::rejected),
                number("sources.repeated", all, Source::duplicates),
                number("sources.columns", all, source -> source.columns().size()),
                new TimeColumn(
                        Texts.of("sources.when"),
                        ColumnType.TIMESTAMP,
                        all.stream()
                                .mapToLong(made -> ChronoUnit.MICROS.between(Instant.EPOCH, made.at()))
                                .toArray())));
    }

    private static Column number(String key, List<Made<Source>> all, ToDoubleFunction<Source> value) {
        return new NumberColumn(
                Texts.of(key),
                ColumnType.INTEGER,
                all.stream()
                        .mapToDouble(made -> value.applyAsDouble(made.value()))
                        .toArray());
    }

    /** What a role is called on screens. */
    static String roleName(Role role) {
        return Texts.of("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
