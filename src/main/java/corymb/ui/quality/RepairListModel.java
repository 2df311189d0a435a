package corymb.ui.quality;

import corymb.importing.Source;
import corymb.project.Change.Judged;
import corymb.project.History;
import corymb.project.Made;
import corymb.project.SourceChange.SourceRepaired;
import corymb.quality.SourceQuality;
import corymb.repair.Repair;
import corymb.repair.RepairList;
import corymb.repair.RepairOutcome;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.repair.SpellingPlan;
import corymb.repair.ValueCluster;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The repairs of the source that is looked at closely, in their order, and what a person can do about them. */
public final class RepairListModel {
    private final Session session;
    private final ObservableValue<Optional<SourceQuality>> chosen;
    private final ReadOnlyObjectWrapper<Optional<Source>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SourceRepaired>> mended =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public RepairListModel(Session session, QualityModel quality) {
        this.session = session;
        this.chosen = quality.chosenProperty();
        chosen.addListener((_, _, _) -> refresh());
        session.historyProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** The source with its repairs and what came of them; empty when it is gone. */
    ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** How the last step ended. */
    ReadOnlyObjectProperty<Optional<Outcome<?>>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The step that was just taken; empty once the history went on or back. */
    ReadOnlyObjectProperty<Optional<SourceRepaired>> mendedProperty() {
        return mended.getReadOnlyProperty();
    }

    List<RepairOutcome> outcomes() {
        return source.get().map(one -> one.repaired().outcomes()).orElse(List.of());
    }

    /** What the sheet offers for a source. */
    MendDefaults defaults(Source mended) {
        return new MendDefaults(
                mended,
                session.project().sources().stream()
                        .map(Made::value)
                        .filter(other -> !other.name().equals(mended.name()))
                        .toList());
    }

    private RepairList list() {
        return new RepairList(source.get().map(one -> one.repaired().steps()).orElse(List.of()));
    }

    private String label(int number) {
        return list().step(number).repair().label();
    }

    /** Adds a repair at the end. */
    void add(Repair repair, Consumer<Outcome<History>> whenEnded) {
        take(list().and(List.of(new RepairStep(repair, true))), Texts.of("mend.added", repair.label()), whenEnded);
    }

    /** Puts a repair in the place of another; steps are counted from 1. */
    void edit(int number, Repair repair, Consumer<Outcome<History>> whenEnded) {
        take(list().edited(number, repair), Texts.of("mend.changed", repair.label()), whenEnded);
    }

    void switchTo(int number, boolean isOn) {
        take(
                list().switched(number, isOn),
                Texts.of(isOn ? "mend.switchedOn" : "mend.switchedOff", label(number)),
                _ -> {});
    }

    void remove(int number) {
        take(list().without(List.of(number)), Texts.of("mend.removed", label(number)), _ -> {});
    }

    /** Moves a repair that many places on; nothing where there are not so many. */
    void move(int number, int places) {
        int to = number + places;
        if (to >= 1 && to <= list().steps().size()) {
            take(list().moved(number, to), Texts.of("mend.moved", label(number)), _ -> {});
        }
    }

    /** Makes the list that of the source and judges what it concerns, in one step. */
    private void take(RepairList list, String what, Consumer<Outcome<History>> whenEnded) {
        source.get()
                .map(Source::name)
                .ifPresent(name -> session.take(
                        Texts.of("mend.mending", name),
                        (journey, progress) ->
                                journey.judged((steps, part) -> steps.repairs().mend(name, list, what, part), progress),
                        outcome -> {
                            took(outcome);
                            whenEnded.accept(outcome);
                        }));
    }

    private void took(Outcome<History> outcome) {
        ended.set(Optional.of(outcome));
        if (outcome instanceof Outcome.Done(var history)
                && history.past().getLast().change() instanceof Judged(SourceRepaired change, var _)) {
            mended.set(Optional.of(change));
        }
    }

    void undo() {
        session.undo(outcome -> ended.set(Optional.of(outcome)));
    }

    /** The repairs before one of them; all of them before one that is to be added. */
    List<RepairStep> before(Optional<Integer> number) {
        return number.map(list()::before).orElseGet(list()::steps);
    }

    /** What a repair would do to the rows after others. */
    JobRunner.Running tryOut(
            Source asked,
            List<RepairStep> before,
            Repairing.Preview preview,
            Consumer<Outcome<RepairPreview>> whenEnded) {
        var journey = session.journey();
        return session.read(
                Texts.of("mend.trying"),
                (_, progress) -> journey.repairs().tried(asked.name(), before, preview, progress),
                whenEnded);
    }

    /** Looks for values that are likely spellings of the same. */
    JobRunner.Running spellings(Source asked, SpellingPlan plan, Consumer<Outcome<List<ValueCluster>>> whenEnded) {
        var journey = session.journey();
        return session.read(
                Texts.of("mend.looking"),
                (_, progress) -> journey.repairs().spellings(asked.name(), plan, progress),
                whenEnded);
    }

    private void refresh() {
        var now = chosen.getValue()
                .flatMap(part -> session.project().source(part.source()))
                .map(Made::value);
        if (!now.equals(source.get())) {
            mended.set(Optional.empty());
            source.set(now);
        }
    }
}
