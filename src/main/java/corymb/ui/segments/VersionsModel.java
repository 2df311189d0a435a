package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.project.Made;
import corymb.project.RuleVersion;
import corymb.project.SegmentLedger;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The versions of the chosen segment's rule: what each edit did, whom it moved, and the way back. */
public final class VersionsModel {
    private final Session session;
    private final PeopleModel people;
    private final ReadOnlyObjectWrapper<List<RuleVersion>> versions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    /**
     * Follows the chosen segment.
     *
     * @param chosen empty where there is none
     */
    public VersionsModel(Session session, ObservableValue<Optional<Made<Segment>>> chosen) {
        this.session = session;
        this.people = new PeopleModel(session);
        chosen.subscribe(this::follow);
    }

    /** Oldest first; none where the rule was never edited. */
    ReadOnlyObjectProperty<List<RuleVersion>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /** How the last thing that was asked for came out. */
    ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The people behind the number that was clicked. */
    PeopleModel people() {
        return people;
    }

    private void follow(Optional<Made<Segment>> chosen) {
        people.clear();
        versions.set(chosen.map(made -> ledger(made.value().name()).rules())
                .filter(found -> found.size() > 1)
                .orElse(List.of()));
    }

    private SegmentLedger ledger(String name) {
        return SegmentLedger.of(session.historyProperty().get(), name);
    }

    /** What an edit did in words, a line for each thing; of the first version, its rule. */
    List<String> words(RuleVersion version) {
        var plan = version.made().value().plan();
        var rules = RuleWords.of(session.project().meaning(plan));
        return version.isFirst() ? List.of(rules.of(plan.rule())) : new EditWords(rules).of(version.difference());
    }

    /** Shows whom an edit brought in, or took out. */
    void open(RuleVersion version, boolean isIn) {
        var name = version.made().value().name();
        people.show(MovedPeople.of(
                session.project(),
                Texts.of(isIn ? "segments.versions.in" : "segments.versions.out", name, version.number()),
                ledger(name).movedBy(version, isIn)));
    }

    /** Takes the rule of an earlier version for the newest; undo takes it back. */
    void restore(RuleVersion version) {
        var name = version.made().value().name();
        session.take(
                Texts.of("segments.versions.restoring", name),
                (journey, progress) -> journey.segments().restore(name, version.number(), progress),
                ended::set);
    }
}
