package corymb.ui.exports;

import corymb.privacy.Permission;
import corymb.privacy.PurposeCount;
import corymb.project.AuditEntry;
import corymb.project.Lineage;
import corymb.project.Project;
import corymb.report.Export;
import corymb.report.ExportPlan;
import corymb.report.ExportPlan.Format;
import corymb.report.ExportPlan.Kind;
import corymb.report.ExportPreview;
import corymb.report.TableExport;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be taken away, why it may, and what has been. */
public final class ExportsModel {
    private final Session session;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ObservableList<TableChoice> tables = FXCollections.observableArrayList();
    private final ObservableList<SegmentChoice> segments = FXCollections.observableArrayList();
    private final ObservableList<String> purposes = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TableChoice>> table = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SegmentChoice> segment = new SimpleObjectProperty<>(SegmentChoice.ALL);
    private final StringProperty purpose = new SimpleStringProperty("");
    private final BooleanProperty overriding = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.CSV);
    private final ReadOnlyObjectWrapper<Optional<ExportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper outdated = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Export>> done = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyObjectWrapper<List<AuditEntry>> past = new ReadOnlyObjectWrapper<>(List.of());
    private final PeopleModel people;
    private final Latest counting = new Latest();

    public ExportsModel(Session session, Dialogs dialogs, Navigator navigator) {
        this.session = session;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.people = new PeopleModel(session);
        session.historyProperty().addListener((_, _, history) -> show(history.present()));
        session.segmentProperty().addListener((_, _, name) -> begin(name));
        List.of(table, segment, purpose, overriding, reason)
                .forEach(property -> property.addListener((_, _, _) -> count()));
        show(session.project());
        begin(session.segmentProperty().get());
    }

    /** The tables there are; none before there are customers. */
    ObservableList<TableChoice> tables() {
        return tables;
    }

    ObservableList<SegmentChoice> segments() {
        return segments;
    }

    /** What people were asked to agree to. */
    public ObservableList<String> purposes() {
        return purposes;
    }

    ObjectProperty<Optional<TableChoice>> tableProperty() {
        return table;
    }

    ObjectProperty<SegmentChoice> segmentProperty() {
        return segment;
    }

    public StringProperty purposeProperty() {
        return purpose;
    }

    /** Whether to export whatever people agreed to, for a reason. */
    public BooleanProperty overridingProperty() {
        return overriding;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** How many rows would leave and how many stay; empty while a choice is missing or it is being counted. */
    public ReadOnlyObjectProperty<Optional<ExportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The export just made. */
    public ReadOnlyObjectProperty<Optional<Export>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What was exported so far, the newest first. */
    public ReadOnlyObjectProperty<List<AuditEntry>> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** Those behind the number that was clicked. */
    public PeopleModel people() {
        return people;
    }

    public boolean holdsConsents() {
        return !session.project().consents().isEmpty();
    }

    private void show(Project project) {
        var wantedKind = table.get().map(TableChoice::kind);
        boolean isFirst = tables.isEmpty();
        var wantedSegment = segment.get();
        tables.setAll(TableChoice.of(project));
        segments.setAll(SegmentChoice.of(project));
        table.set(tables.stream()
                .filter(choice -> wantedKind.filter(choice.kind()::equals).isPresent())
                .findFirst()
                .or(() -> tables.stream().findFirst()));
        segment.set(!isFirst && segments.contains(wantedSegment) ? wantedSegment : segments.getFirst());
        done.set(Optional.empty());
        if (session.fileProperty().get().isPresent()) {
            readPurposes(project);
            readPast();
        }
        count();
    }

    private void begin(String name) {
        var wanted = new SegmentChoice(name);
        if (!name.isEmpty() && segments.contains(wanted)) {
            choose(Kind.SEGMENTS);
            segment.set(wanted);
        }
    }

    /** Chooses that table where it is there. */
    public void choose(Kind kind) {
        tables.stream()
                .filter(choice -> choice.kind() == kind)
                .findFirst()
                .ifPresent(choice -> table.set(Optional.of(choice)));
    }

    private void readPurposes(Project project) {
        session.<List<PurposeCount>>read(
                Texts.of("exports.readingPurposes"),
                (file, progress) -> project.consents().purposes(file.engine(), progress),
                ended -> {
                    if (ended instanceof Outcome.Done<List<PurposeCount>>(var counts)) {
                        var wanted = purpose.get();
                        purposes.setAll(
                                counts.stream().map(PurposeCount::purpose).toList());
                        purpose.set(
                                purposes.contains(wanted)
                                        ? wanted
                                        : purposes.stream().findFirst().orElse(""));
                    }
                });
    }

    private void readPast() {
        session.<List<AuditEntry>>read(
                Texts.of("exports.readingPast"),
                (file, _) -> file.audit().stream()
                        .filter(entry -> entry.action().equals("export"))
                        .toList()
                        .reversed(),
                ended -> {
                    if (ended instanceof Outcome.Done<List<AuditEntry>>(var entries)) {
                        past.set(entries);
                    }
                });
    }

    /** Why the rows may leave; empty while neither a purpose nor a sufficient reason is given. */
    Optional<Permission> permission() {
        if (!holdsConsents()) {
            return Optional.of(new Permission.NoConsentsHeld());
        }
        if (overriding.get()) {
            return Optional.of(reason.get().strip())
                    .filter(Permission.WithoutConsent::suffices)
                    .map(Permission.WithoutConsent::new);
        }
        return Optional.of(purpose.get()).filter(name -> !name.isBlank()).map(Permission.ForPurpose::new);
    }

    private void count() {
        outdated.set(outdated());
        counting.forget();
        preview.set(Optional.empty());
        people.clear();
        if (table.get().isEmpty() || permission().isEmpty()) {
            return;
        }
        var kind = table.get().orElseThrow().kind();
        var permission = permission().orElseThrow();
        var which = which();
        counting.<ExportPreview>ask(
                session,
                Texts.of("exports.counting"),
                (file, progress) -> TableExport.preview(file, kind, which, permission, progress),
                ended -> {
                    if (ended instanceof Outcome.Done<ExportPreview>(var counts)) {
                        preview.set(Optional.of(counts));
                    } else {
                        outcome.set(ended);
                    }
                });
    }

    /** Shows the people who would be withheld for a reason. */
    public void openWithheld(Answer answer) {
        permission()
                .ifPresent(permission -> table.get()
                        .map(TableChoice::kind)
                        .filter(Kind::isPersonal)
                        .ifPresent(kind -> {
                            var all = TableExport.withheld(session.project(), kind, which(), permission);
                            var title = Texts.of(answer.title(), purpose.get());
                            people.show(People.listed(title, answer.of(all)));
                        }));
    }

    /** Shows the rows that would leave; those of a table that tells of nobody on the page they are made on. */
    public void openLeaving() {
        permission()
                .ifPresent(permission -> table.get().map(TableChoice::kind).ifPresent(kind -> {
                    switch (kind) {
                        case QUALITY -> go("quality");
                        case EXPERIMENTS -> go("experiments");
                        case SEGMENTS, RECOMMENDATIONS, CUSTOMERS, FEATURES, CLUSTERS -> {
                            var title = Texts.of("exports.leaving");
                            var rows = TableExport.leaving(session.project(), kind, which(), permission);
                            people.show(People.listed(title, rows));
                        }
                    }
                }));
    }

    private String which() {
        return isOfSegments() ? segment.get().name() : "";
    }

    /** Which of the segments to take away are out of date, in words; empty where none is. */
    ReadOnlyStringProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    private String outdated() {
        var stale = Lineage.staleSegments(session.project()).stream()
                .filter(name -> which().isEmpty() || which().equals(name))
                .toList();
        return stale.isEmpty() || !isOfSegments() ? "" : Texts.of("exports.outdated", String.join(", ", stale));
    }

    boolean isOfSegments() {
        return table.get().filter(choice -> choice.kind() == Kind.SEGMENTS).isPresent();
    }

    /** Asks where to, and writes the table there. */
    public void export() {
        var ending = format.get().name().toLowerCase(Locale.ROOT);
        var kind = table.get().orElseThrow().kind();
        var name = which().isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : which();
        dialogs.chooseTarget(
                        Texts.of("exports.chooseFile"),
                        name.replaceAll("[^\\p{L}\\p{N} _-]", "_") + "." + ending,
                        new Dialogs.FileKind(format.get().name(), List.of("*." + ending)))
                .ifPresent(file ->
                        export(new ExportPlan(kind, which(), permission().orElseThrow(), file, format.get())));
    }

    private void export(ExportPlan plan) {
        done.set(Optional.empty());
        var clock = session.clock();
        session.<Export>read(
                Texts.of("exports.exporting"),
                (file, progress) -> TableExport.run(file, plan, clock, progress),
                ended -> {
                    outcome.set(ended);
                    if (ended instanceof Outcome.Done<Export>(var export)) {
                        done.set(Optional.of(export));
                        readPast();
                    }
                });
    }

    /** Opens the folder that the export just made is in. */
    public void reveal() {
        done.get()
                .map(export -> export.plan().file().toAbsolutePath().getParent())
                .map(Path.class::cast)
                .ifPresent(dialogs::reveal);
    }

    void copyChecksum() {
        done.get().ifPresent(export -> dialogs.copy(export.sha256()));
    }

    void go(String step) {
        navigator.go(step);
    }
}
