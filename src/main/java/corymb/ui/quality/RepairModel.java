package corymb.ui.quality;

import corymb.importing.RejectedRow;
import corymb.importing.Source;
import corymb.project.Change.Judged;
import corymb.project.History;
import corymb.project.Made;
import corymb.project.SourceChange.RowsResubmitted;
import corymb.quality.SourceQuality;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The rows of the chosen source that were not taken, which a person repairs and lets in once more.
 *
 * <p>Repairs stay while the person looks at other rows or sources, and are there again when their taking is undone.
 */
public final class RepairModel {
    /** How many rows are shown at a time. */
    static final int PAGE = 1_000;

    private final Session session;
    private final ObservableValue<Optional<SourceQuality>> chosen;
    private final ReadOnlyObjectWrapper<Optional<Rejects>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper repaired = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RowsResubmitted>> taken =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Long, Map<Place, RejectedRow>> repairs = new HashMap<>();
    private Optional<Made<Source>> source = Optional.empty();

    /** Where a row was not taken. */
    private record Place(int number, long line, String entry) {
        static Place of(RejectedRow row) {
            return new Place(row.number(), row.line(), row.entry());
        }
    }

    public RepairModel(Session session, QualityModel quality) {
        this.session = session;
        this.chosen = quality.chosenProperty();
        chosen.addListener((_, _, _) -> refresh());
        session.historyProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** What is shown of the rows that were not taken; empty where all were. */
    ReadOnlyObjectProperty<Optional<Rejects>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How many rows of the source, shown or not, are not as they were. */
    ReadOnlyIntegerProperty repairedProperty() {
        return repaired.getReadOnlyProperty();
    }

    /** How the last step ended, or a reading that came to nothing. */
    ReadOnlyObjectProperty<Optional<Outcome<?>>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** What came of the repaired rows that went in last; empty once the history went on or back. */
    ReadOnlyObjectProperty<Optional<RowsResubmitted>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    long rejected() {
        return source.map(made -> made.value().rejected()).orElse(0L);
    }

    /** Shows only the rows that were not taken for that reason, or all again. */
    void chooseReason(String reason) {
        boolean isChosen =
                shown.get().filter(all -> all.reason().equals(reason)).isPresent();
        show(isChosen ? "" : reason, 0);
    }

    /** Shows the rows that many pages after these. */
    void turn(int pages) {
        shown.get().ifPresent(now -> show(now.reason(), Math.max(0, now.from() + (long) pages * PAGE)));
    }

    /** Takes note of what a person made of a row that is shown. */
    void change(int row, List<String> cells) {
        shown.get().map(Rejects::table).ifPresent(table -> {
            var place = Place.of(table.rows().get(row));
            if (table.isAsBefore(row, cells)) {
                repairs().remove(place);
            } else {
                repairs().put(place, table.repaired(row, cells));
            }
            repaired.set(repairs().size());
        });
    }

    /** The row as it was repaired by now. */
    RejectedRow repaired(RejectedRow row) {
        return repairs().getOrDefault(Place.of(row), row);
    }

    private Map<Place, RejectedRow> repairs() {
        return source.map(made -> repairs.computeIfAbsent(made.id(), _ -> new LinkedHashMap<>()))
                .orElseGet(HashMap::new);
    }

    /** Makes all rows of the source what they were. */
    void forget() {
        repairs().clear();
        repaired.set(0);
        shown.get().ifPresent(now -> show(now.reason(), now.from()));
    }

    /** Lets the repaired rows in once more and judges what they concern, in one step. */
    void take() {
        var rows = List.copyOf(repairs().values());
        source.filter(_ -> !rows.isEmpty())
                .map(made -> made.value().name())
                .ifPresent(name -> session.take(
                        Texts.of("quality.taking", name),
                        (journey, progress) ->
                                journey.judged((steps, part) -> steps.resubmit(name, rows, part), progress),
                        this::tookThem));
    }

    private void tookThem(Outcome<History> outcome) {
        ended.set(Optional.of(outcome));
        if (outcome instanceof Outcome.Done(var history)
                && history.past().getLast().change() instanceof Judged(RowsResubmitted change, var _)) {
            taken.set(Optional.of(change));
        }
    }

    void undo() {
        session.undo(outcome -> ended.set(Optional.of(outcome)));
    }

    private void refresh() {
        var now = chosen.getValue().flatMap(quality -> session.project().source(quality.source()));
        if (!now.map(Made::id).equals(source.map(Made::id))) {
            source = now;
            taken.set(Optional.empty());
            shown.set(Optional.empty());
            repaired.set(repairs().size());
            show("", 0);
        }
    }

    /** Reads in the background; an answer about a source that was left meanwhile is not shown. */
    private void show(String reason, long from) {
        var asked = source;
        asked.filter(made -> made.value().rejected() > 0)
                .ifPresent(made -> session.read(
                        Texts.of("quality.reading"),
                        (file, progress) -> new RowsBehind(file.engine(), made.value(), progress)
                                .rejects(new corymb.importing.Rejects.Asked(reason, from, PAGE)),
                        outcome -> {
                            if (!(outcome instanceof Outcome.Done(var found))) {
                                ended.set(Optional.of(outcome));
                            } else if (asked.equals(source)) {
                                shown.set(Optional.of(found));
                            }
                        }));
    }
}
