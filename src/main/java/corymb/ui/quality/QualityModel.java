package corymb.ui.quality;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.quality.Check;
import corymb.quality.Finding;
import corymb.quality.QualityReport;
import corymb.quality.SourceFinding;
import corymb.quality.SourceQuality;
import corymb.quality.TimeCoverage;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the page of quality shows and can do. */
public final class QualityModel {
    private static final int WORST = 5;

    private final Session session;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_SOURCES);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<QualityReport>> report = wrapper();
    private final ReadOnlyObjectWrapper<Optional<SourceQuality>> chosen = wrapper();
    private final ReadOnlyObjectWrapper<Optional<ColumnView>> column = wrapper();
    private final ReadOnlyObjectWrapper<Optional<NamedRows>> evidence = wrapper();
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> ended = wrapper();

    public QualityModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        session.historyProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> wrapper() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    /** How far the person has come with this step. */
    public enum Stage {
        NO_SOURCES,
        NOT_ASSESSED,
        STALE,
        ASSESSED
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<QualityReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The source that is looked at closely. */
    ReadOnlyObjectProperty<Optional<SourceQuality>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The column of it that is looked at closely. */
    ReadOnlyObjectProperty<Optional<ColumnView>> columnProperty() {
        return column.getReadOnlyProperty();
    }

    /** The rows behind the finding or number that was opened. */
    ReadOnlyObjectProperty<Optional<NamedRows>> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    /** How the last step or reading ended. */
    ReadOnlyObjectProperty<Optional<Outcome<?>>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Takes the next step: imports come first, then the assessment, then the customers. */
    public void act() {
        switch (stage.get()) {
            case NO_SOURCES -> navigator.go("sources");
            case NOT_ASSESSED, STALE -> assess();
            case ASSESSED -> navigator.go("customers");
        }
    }

    public void assess() {
        session.take(Texts.of("quality.assessing"), Journey::assessQuality, outcome -> ended.set(Optional.of(outcome)));
    }

    /** Looks closely at the source of that name. */
    public void choose(String source) {
        show(report.get().stream()
                .flatMap(all -> all.sources().stream())
                .filter(quality -> quality.source().equals(source))
                .findFirst());
    }

    private void show(Optional<SourceQuality> quality) {
        evidence.set(Optional.empty());
        chosen.set(quality);
        column.set(quality.flatMap(QualityModel::tellingColumn));
    }

    /** The column that the gravest finding about one is about, else the first that can be drawn. */
    private static Optional<ColumnView> tellingColumn(SourceQuality quality) {
        var views = quality.columns().stream()
                .map(profile -> ColumnView.of(profile, quality))
                .toList();
        var found = quality.findings().stream().map(Finding::column).toList();
        return views.stream()
                .filter(view -> view.chart().isPresent())
                .min(Comparator.comparingInt(view -> place(found, view.column().name())))
                .or(() -> views.stream().findFirst());
    }

    private static int place(List<String> found, String name) {
        int place = found.indexOf(name);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** Looks closely at that column of the chosen source. */
    public void chooseColumn(String name) {
        column.set(chosen.get()
                .flatMap(quality -> quality.columns().stream()
                        .filter(profile -> profile.name().equals(name))
                        .map(profile -> ColumnView.of(profile, quality))
                        .findFirst()));
    }

    /** The findings of all sources that harm most what follows. */
    List<SourceFinding> worst() {
        var sources = session.project().sources().stream().map(Made::value).toList();
        return report.get().map(all -> SourceFinding.worst(all, sources, WORST)).orElse(List.of());
    }

    /** Opens the rows that a finding is about. */
    void open(SourceFinding found) {
        if (chosen.get().stream().noneMatch(quality -> quality.source().equals(found.source()))) {
            choose(found.source());
        }
        report.get().ifPresent(all -> openRows(rows -> rows.of(found.finding(), all.asOf())));
    }

    /** Opens the rows of the first finding of the chosen source whose check is of that kind. */
    void open(Predicate<Check> kind) {
        finding(kind)
                .flatMap(finding -> chosen.get().map(quality -> new SourceFinding(quality.source(), finding)))
                .ifPresent(this::open);
    }

    Optional<Finding> finding(Predicate<Check> kind) {
        return chosen.get().stream()
                .flatMap(quality -> quality.findings().stream())
                .filter(finding -> kind.test(finding.check()))
                .findFirst();
    }

    /** Opens all rows of the chosen source. */
    void openAll() {
        openRows(RowsBehind::all);
    }

    /** Opens the rows behind a mark of the column's chart. */
    void openMark(String key) {
        column.get()
                .ifPresent(view -> view.chart().ifPresent(chart -> {
                    var profile = view.column();
                    if (chart instanceof ChartSpec.RankedBars) {
                        openRows(rows -> rows.holding(profile, key));
                    } else if (chart instanceof ChartSpec.Histogram) {
                        openRows(rows -> rows.inBin(profile, Integer.parseInt(key)));
                    }
                }));
    }

    /** Opens the rows that hold a value of the column, given as the profile gives it. */
    void openValue(String value) {
        column.get().ifPresent(view -> openRows(rows -> rows.holding(view.column(), value)));
    }

    /** Opens the rows whose text in the column has that shape. */
    void openShape(String shape) {
        column.get()
                .ifPresent(view -> openRows(rows -> rows.ofShape(view.column().name(), shape)));
    }

    /** Opens the rows in which the columns of that set, given by its place, are missing. */
    void openMissing(int set) {
        chosen.get().ifPresent(quality -> {
            var columns = quality.profile().missingness().sets().get(set).columns();
            openRows(rows -> rows.missing(columns));
        });
    }

    /** Opens the rows in which both columns are there. */
    void openPair(String left, String right) {
        openRows(rows -> rows.present(List.of(left, right)));
    }

    /** Opens the rows of a period of time. */
    void openPeriod(TimeCoverage coverage, Instant start) {
        openRows(rows -> rows.inPeriod(coverage, LocalDate.ofInstant(start, ZoneOffset.UTC)));
    }

    /** Opens the rows of the column that lie far from the rest. */
    void openFar() {
        column.get().ifPresent(view -> open(check -> view.isFarCheck(check)));
    }

    /** Shows rows of the chosen source, or beside it. */
    void show(NamedRows rows) {
        evidence.set(Optional.of(rows));
    }

    /** Says how something ended. */
    void tell(Outcome<?> outcome) {
        ended.set(Optional.of(outcome));
    }

    private void openRows(Function<RowsBehind, NamedRows> reading) {
        read(reading, this::show);
    }

    /** The chosen source as it was assessed; empty when it is gone or was imported anew. */
    Optional<Source> source() {
        return session.project()
                .quality()
                .flatMap(quality -> chosen.get()
                        .flatMap(part -> session.project().source(part.source()))
                        .filter(made -> quality.inputs().contains(made.id()))
                        .map(Made::value));
    }

    /** How many rows of the chosen source were not taken. */
    long rejected() {
        return source().map(Source::rejected).orElse(0L);
    }

    /** Reads in the background; an answer about a source that was left meanwhile is not shown. */
    private <T> void read(Function<RowsBehind, T> reading, Consumer<T> shown) {
        var asked = chosen.get();
        source().ifPresent(source -> session.read(
                Texts.of("quality.reading"),
                (file, progress) -> reading.apply(new RowsBehind(file.engine(), source, progress)),
                outcome -> {
                    ended.set(Optional.of(outcome));
                    if (outcome instanceof Outcome.Done(var found) && asked.equals(chosen.get())) {
                        shown.accept(found);
                    }
                }));
    }

    private void refresh() {
        var before = report.get();
        var quality = session.project().quality();
        boolean isStale = quality.filter(made -> session.staleProperty().get().contains(made.id()))
                .isPresent();
        report.set(quality.map(Made::value));
        stage.set(stage(isStale));
        state.set(quality.map(made -> stateOf(made, isStale)).orElseGet(this::stateOfNone));
        if (!before.equals(report.get())) {
            var name = chosen.get().map(SourceQuality::source).orElse("");
            var parts = report.get().map(QualityReport::sources).orElse(List.of());
            show(parts.stream()
                    .filter(part -> part.source().equals(name))
                    .findFirst()
                    .or(() -> parts.stream().min(Comparator.comparingDouble(SourceQuality::score))));
        }
    }

    private Stage stage(boolean isStale) {
        if (session.project().sources().isEmpty()) {
            return Stage.NO_SOURCES;
        }
        return report.get().isEmpty() ? Stage.NOT_ASSESSED : isStale ? Stage.STALE : Stage.ASSESSED;
    }

    private String stateOfNone() {
        int sources = session.project().sources().size();
        return switch (sources) {
            case 0 -> Texts.of("quality.noSources");
            case 1 -> Texts.of("quality.notAssessedOne");
            default -> Texts.of("quality.notAssessed", Numbers.local().count(sources));
        };
    }

    private String stateOf(Made<QualityReport> made, boolean isStale) {
        var numbers = Numbers.local();
        var all = made.value();
        return Texts.of(
                isStale ? "quality.stateStale" : "quality.state",
                QualityWords.score(all.score()),
                QualityWords.counted(
                        "quality.sources", "quality.sourcesOne", all.sources().size()),
                QualityWords.counted("quality.found", "quality.foundOne", QualityWords.findings(all)),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }
}
