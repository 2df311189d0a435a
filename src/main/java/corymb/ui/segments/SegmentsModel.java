package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.RuleWords;
import corymb.chart.SegmentCharts;
import corymb.chart.Vocabulary;
import corymb.project.CompositionAlarm;
import corymb.project.Made;
import corymb.project.Outdated;
import corymb.project.Project;
import corymb.project.SizeAlarm;
import corymb.report.SegmentHtml;
import corymb.report.SegmentProfile;
import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the page of segments shows and can do. */
public final class SegmentsModel {
    private final Session session;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<List<Made<Segment>>> segments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Overlap>> overlap = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Made<Segment>>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RowSource>> members = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    private final ReadOnlyObjectWrapper<List<CompositionAlarm>> compositions = new ReadOnlyObjectWrapper<>(List.of());
    private final Latest alarming = new Latest();
    private final RuleEditorModel rule;
    private final PeopleModel shared;
    private final ReadOnlyObjectWrapper<Optional<Path>> profile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<String> removed = _ -> {};

    /**
     * Shows the open project.
     *
     * @param rule where the rule of a segment can be changed
     */
    public SegmentsModel(Session session, Navigator navigator, RuleEditorModel rule) {
        this.session = session;
        this.navigator = navigator;
        this.rule = rule;
        this.shared = new PeopleModel(session);
        session.historyProperty().addListener((_, _, history) -> show(history.present()));
        chosen.addListener((_, _, now) -> readMembers(now));
        show(session.project());
    }

    public ReadOnlyObjectProperty<List<Made<Segment>>> segmentsProperty() {
        return segments.getReadOnlyProperty();
    }

    /** How far the segments share their members; empty while it is being counted. */
    public ReadOnlyObjectProperty<Optional<Overlap>> overlapProperty() {
        return overlap.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Made<Segment>>> chosenProperty() {
        return chosen;
    }

    /** The people of the chosen segment. */
    public ReadOnlyObjectProperty<Optional<RowSource>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    /** How the last thing the page did came out. */
    public ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    boolean hasFeatures() {
        return session.project().features().isPresent();
    }

    /** How many customers there are to be segmented. */
    long population() {
        return session.project()
                .features()
                .map(made -> made.value().table().rows())
                .orElse(0L);
    }

    ChartSpec sizes() {
        return SegmentCharts.sizes(segments.get().stream().map(Made::value).toList());
    }

    corymb.table.Table list() {
        return SegmentTables.list(
                session.project(), segments.get(), session.staleProperty().get());
    }

    /** The columns of features in words. */
    Vocabulary fields() {
        return Vocabulary.of(session.project());
    }

    /** Who belongs to a segment, in a sentence. */
    String inWords(Made<Segment> made) {
        var plan = made.value().plan();
        return RuleWords.of(session.project().meaning(plan)).of(plan);
    }

    /** Why the rule of a segment can be asked no more; empty where it can. */
    Optional<String> misfit(Made<Segment> made) {
        return session.project()
                .population()
                .flatMap(people -> made.value().plan().rule().check(people.terms()).stream()
                        .findFirst())
                .map(Problem::what);
    }

    /** The people whom segments share, after a click on their number. */
    PeopleModel shared() {
        return shared;
    }

    /** Shows who belongs to both of two segments, given by their places in the project. */
    void openShared(int one, int other) {
        var all = segments.get();
        shared.show(new SharedPeople(session.project())
                .inBoth(all.get(one).value(), all.get(other).value()));
    }

    /** Shows who belongs to at least so many segments. */
    void openInAtLeast(int least) {
        shared.show(new SharedPeople(session.project()).inAtLeast(least));
    }

    String state(Made<Segment> made) {
        return SegmentTables.state(made, session.staleProperty().get());
    }

    List<Made<Segment>> stale() {
        return segments.get().stream()
                .filter(made -> session.staleProperty().get().contains(made.id()))
                .toList();
    }

    /** What has changed since those out of date were found, in a sentence. */
    String whatChanged() {
        var history = session.historyProperty().get();
        return Texts.of(
                "segments.areStale",
                stale().stream()
                        .flatMap(made -> Outdated.of(history, made).stream())
                        .distinct()
                        .sorted()
                        .map(changed ->
                                Texts.of("segments.outdated." + changed.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ")));
    }

    /** The segments whose members are quite others since they were found last; none while that is being looked at. */
    ReadOnlyObjectProperty<List<CompositionAlarm>> compositionsProperty() {
        return compositions.getReadOnlyProperty();
    }

    /** What is told of segments that are of quite another size, or have quite other members, since they were found last, by name. */
    Map<String, String> alarms() {
        return new Alarms(session.project()).told(SizeAlarm.of(segments.get()), compositions.get());
    }

    /** Whether the features that segments are made of are themselves out of date. */
    boolean areFeaturesStale() {
        return session.project()
                .features()
                .filter(made -> session.staleProperty().get().contains(made.id()))
                .isPresent();
    }

    private void show(Project project) {
        var before = segments.get();
        var wanted = chosen.get().map(made -> made.value().name());
        if (!project.segments().equals(before)) {
            shared.clear();
            readCompositions(project.segments());
        }
        segments.set(project.segments());
        if (project.segments().size() < 2) {
            overlap.set(Optional.empty());
        } else if (!project.segments().equals(before) || overlap.get().isEmpty()) {
            readOverlap(project.segments());
        }
        chosen.set(wanted.flatMap(project::segment)
                .or(() -> project.segments().stream().findFirst()));
    }

    private void readCompositions(List<Made<Segment>> found) {
        alarming.forget();
        compositions.set(List.of());
        if (found.stream().anyMatch(made -> !made.value().moves().latest().isEmpty())) {
            alarming.<List<CompositionAlarm>>ask(
                    session,
                    Texts.of("segments.alarming"),
                    (file, progress) -> CompositionAlarm.of(file, progress),
                    ended -> {
                        if (ended instanceof Outcome.Done<List<CompositionAlarm>>(var alarms)) {
                            compositions.set(alarms);
                        }
                    });
        }
    }

    private void readOverlap(List<Made<Segment>> compared) {
        var values = compared.stream().map(Made::value).toList();
        session.<Overlap>read(
                Texts.of("segments.comparing"),
                (file, progress) -> Overlap.of(file.engine(), values, progress),
                ended -> {
                    if (ended instanceof Outcome.Done<Overlap>(var value) && compared.equals(segments.get())) {
                        overlap.set(Optional.of(value));
                    }
                });
    }

    private void readMembers(Optional<Made<Segment>> wanted) {
        members.set(Optional.empty());
        var project = session.project();
        wanted.ifPresent(made -> session.<RowSource>read(
                Texts.of("segments.reading"),
                (file, progress) -> QueryRows.of(file.engine(), SegmentTables.members(project, made.value()), progress),
                ended -> {
                    if (chosen.get().equals(wanted) && ended instanceof Outcome.Done<RowSource>(var rows)) {
                        members.set(Optional.of(rows));
                    }
                }));
    }

    /** Looks at the segment of that name. */
    public void choose(String name) {
        chosen.set(session.project().segment(name));
    }

    /** Takes the chosen segment out; undo brings it back. */
    public void remove() {
        chosen.get().map(made -> made.value().name()).ifPresent(name -> {
            session.take(
                    Texts.of("segments.removing", name),
                    (journey, _) -> journey.segments().remove(name),
                    this::ended);
            removed.accept(name);
        });
    }

    /** Tells of each segment that is taken out. */
    void whenRemoved(Consumer<String> told) {
        removed = told;
    }

    /** Puts the rule of the chosen segment where it can be changed. */
    void edit() {
        chosen.get()
                .ifPresent(made ->
                        rule.edit(made.value().name(), made.value().plan().ruleText()));
    }

    /** Finds the members of all segments that are out of date anew. */
    public void refresh() {
        var journey = session.journey();
        session.change(
                Texts.of("segments.refreshing"), progress -> journey.segments().refreshAll(progress), this::ended);
    }

    /** Which page about a segment was written last; empty before any was. */
    ReadOnlyObjectProperty<Optional<Path>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** What the page about the chosen segment could be called. */
    String profileName() {
        return chosen.get()
                        .map(made -> made.value().name().replaceAll("[^\\p{L}\\p{N} _-]", "_"))
                        .orElse("segment") + ".html";
    }

    /** Writes a page about the chosen segment, for a colleague. */
    void writeProfile(Path to) {
        profile.set(Optional.empty());
        chosen.get().ifPresent(made -> {
            var project = session.project();
            var journey = session.journey();
            session.<String>read(
                    Texts.of("segments.profiling", made.value().name()),
                    (file, progress) ->
                            SegmentHtml.write(SegmentProfile.of(file, journey, made, progress), project, to),
                    how -> {
                        ended(how);
                        profile.set(how instanceof Outcome.Done<?> ? Optional.of(to) : Optional.empty());
                    });
        });
    }

    void undo() {
        session.undo(this::ended);
    }

    /** Opens another page with the chosen segment at hand. */
    void goWith(String step) {
        session.segmentProperty()
                .set(chosen.get().map(made -> made.value().name()).orElse(""));
        navigator.go(step);
    }

    void go(String step) {
        navigator.go(step);
    }

    private void ended(Outcome<?> how) {
        outcome.set(how);
    }
}
