package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.project.Made;
import corymb.project.SegmentDrift;
import corymb.project.SegmentFlows;
import corymb.project.SegmentLedger;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.RuleParts;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/** Who moved in and out of the chosen segment since one of its versions, why, and between which segments. */
public final class MovesModel {
    private static final int MOST_TOLD = 3;

    private final Session session;
    private final Latest reading = new Latest();
    private final Latest asking = new Latest();
    private final PeopleModel people;
    private final ReadOnlyObjectWrapper<Optional<SegmentLedger>> ledger = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final IntegerProperty since = new SimpleIntegerProperty();
    private Optional<Relation> knownNow = Optional.empty();

    /**
     * Follows the chosen segment.
     *
     * @param chosen empty where there is none
     */
    public MovesModel(Session session, ObservableValue<Optional<Made<Segment>>> chosen) {
        this.session = session;
        people = new PeopleModel(session);
        since.addListener((_, _, _) -> read());
        chosen.subscribe(this::follow);
    }

    /**
     * What happened since a version.
     *
     * @param moved who moved in the chosen segment, by cause
     * @param flows between all segments
     * @param drift how the members of now differ from those of then
     */
    public record Seen(List<Moved> moved, SegmentFlows flows, SegmentDrift drift) {
        public Seen {
            moved = List.copyOf(moved);
        }
    }

    /** The chosen segment's versions; empty before it was found anew for the first time. */
    public ReadOnlyObjectProperty<Optional<SegmentLedger>> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** What happened since the version looked back to; empty while it is being counted. */
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The version looked back to, by its place from 0. */
    public IntegerProperty sinceProperty() {
        return since;
    }

    /** How the last question came out. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The people behind the number that was clicked. */
    PeopleModel people() {
        return people;
    }

    /** What is not looked at any more is dropped with who is behind it. */
    private void forget() {
        seen.get()
                .flatMap(was -> was.drift().parts())
                .ifPresent(parts -> session.file().engine().drop(parts.turned().name()));
        seen.set(Optional.empty());
    }

    private void follow(Optional<Made<Segment>> chosen) {
        people.clear();
        forget();
        ledger.set(chosen.map(made -> SegmentLedger.of(
                        session.historyProperty().get(), made.value().name()))
                .filter(found -> found.versions().size() > 1));
        ledger.get().ifPresent(found -> {
            int last = found.versions().size() - 2;
            if (since.get() == last) {
                read();
            } else {
                since.set(last);
            }
        });
    }

    /** The version looked back to. */
    Made<Segment> then() {
        return ledger.get().orElseThrow().versions().get(since.get());
    }

    private void read() {
        forget();
        var found = ledger.get();
        if (found.isEmpty() || since.get() >= found.get().versions().size()) {
            return;
        }
        var history = session.historyProperty().get();
        var then = then();
        reading.<Seen>ask(
                session,
                Texts.of("segments.moves.reading"),
                (file, progress) -> new Seen(
                        found.get().movedSince(file.engine(), then, progress.between(0, 0.3)),
                        SegmentFlows.since(file.engine(), history, then, progress.between(0.3, 0.5)),
                        SegmentDrift.since(file, found.get(), then, progress.between(0.5, 1))),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Seen>(var value)) {
                        seen.set(Optional.of(value));
                    }
                });
    }

    /** Shows who moved for a cause since then. */
    void open(Cause cause, boolean isIn) {
        var ids = ledger.get().orElseThrow().movedSince(then(), cause, isIn);
        show(Texts.of(isIn ? "segments.moves.cameIn" : "segments.moves.wentOut", name(), words(cause)), ids);
    }

    /** Shows whom a condition brought in or took out. */
    void open(RuleParts parts, RuleParts.Part part, boolean isIn) {
        show(
                Texts.of(isIn ? "segments.moves.cameIn" : "segments.moves.wentOut", name(), words(part)),
                parts.people(part, isIn));
    }

    /** What moved somebody, in words. */
    String words(RuleParts.Part part) {
        var project = session.project();
        var meant = project.segment(name())
                .map(made -> project.meaning(made.value().plan()))
                .orElse(project);
        return part.condition()
                .map(RuleWords.of(meant)::of)
                .orElseGet(() -> Texts.of("segments.parts." + part.what().name().toLowerCase(Locale.ROOT)));
    }

    /** Shows who went from one segment to another. */
    void open(SegmentFlows.Flow flow) {
        seen.get()
                .map(Seen::flows)
                .ifPresent(found -> show(
                        Texts.of(
                                "segments.moves.flow",
                                flow.from().orElse(Texts.of("segments.moves.none")),
                                flow.to().orElse(Texts.of("segments.moves.none"))),
                        found.people(flow)));
    }

    /** Shows who was in the segment with the version looked back to. */
    void openThen() {
        show(
                Texts.of("segments.moves.thenTitle", name(), Numbers.local().date(day(then().at()))),
                ledger.get().orElseThrow().members(then()));
    }

    /** How many were in the segment at the end of a day, as was known then; empty before it was defined. */
    Optional<Made<Segment>> knownThen(LocalDate day) {
        return ledger.get().flatMap(found -> found.before(end(day)));
    }

    /** Shows who was in the segment at the end of a day, as was known then. */
    void openKnownThen(LocalDate day) {
        knownThen(day)
                .ifPresent(version -> show(
                        Texts.of(
                                "segments.moves.thenTitle",
                                name(),
                                Numbers.local().date(day)),
                        ledger.get().orElseThrow().members(version)));
    }

    /** Finds and shows who would have been in the segment at the end of a day, on what is known now. */
    void openKnownNow(LocalDate day) {
        var plan = ledger.get().orElseThrow().now().value().plan();
        var journey = session.journey();
        asking.<Relation>ask(
                session,
                Texts.of("segments.moves.asking"),
                (_, progress) -> journey.segments().asOf(plan, end(day), progress),
                outcome -> {
                    ended.set(outcome);
                    if (outcome instanceof Outcome.Done<Relation>(var found)) {
                        knownNow.ifPresent(before -> session.file().engine().drop(before.name()));
                        knownNow = Optional.of(found);
                        show(
                                Texts.of(
                                        "segments.moves.nowTitle",
                                        plan.name(),
                                        Numbers.local().date(day)),
                                Sql.of("select customer_id from " + found.quoted()));
                    }
                });
    }

    private Instant end(LocalDate day) {
        return session.project().zone().startOf(day.plusDays(1));
    }

    private LocalDate day(Instant when) {
        return session.project().zone().day(when);
    }

    private String name() {
        return then().value().name();
    }

    /** How the members of now differ from those of then, in a sentence; empty where they do not. */
    String inWords(SegmentDrift drift) {
        var words = Vocabulary.of(session.project());
        var moved = drift.features().stream()
                .limit(MOST_TOLD)
                .map(change -> Texts.of(
                        "segments.drift.feature",
                        words.inSentence(change.column()),
                        Numbers.local().prose(change.shift().stability())))
                .collect(Collectors.joining(", "));
        return moved.isEmpty() ? "" : Texts.of("segments.drift.features", moved);
    }

    static String words(Cause cause) {
        return Texts.of("segments.cause." + cause.name().toLowerCase(Locale.ROOT));
    }

    private void show(String title, Sql ids) {
        people.show(MovedPeople.of(session.project(), title, ids));
    }
}
