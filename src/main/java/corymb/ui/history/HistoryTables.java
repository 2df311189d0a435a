package corymb.ui.history;

import corymb.project.AuditEntry;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What was done to a project, as tables. */
final class HistoryTables {
    private HistoryTables() {}

    /** One row a step, in the order given. */
    static Table steps(List<HistoryStep> steps) {
        return new Table(List.of(
                numbers("history.place", ColumnType.INTEGER, steps, HistoryStep::place),
                texts("history.what", steps, step -> step.change().label()),
                texts("history.stands", steps, step -> words(step.state())),
                times("history.when", steps, step -> step.made().map(made -> made.at())),
                numbers(
                        "history.seconds",
                        ColumnType.DECIMAL,
                        steps,
                        step -> step.made()
                                .map(made -> Math.rint(made.seconds() * 100) / 100)
                                .orElse(Double.NaN))));
    }

    private static String words(HistoryStep.State state) {
        return switch (state) {
            case TAKEN -> Texts.of("history.taken");
            case SETTLED -> Texts.of("history.settled");
            case PRESENT -> Texts.of("history.present");
            case STALE -> Texts.of("history.stale");
            case UNDONE -> Texts.of("history.undone");
        };
    }

    /** One row for everything that stays on record. */
    static Table audit(List<AuditEntry> entries) {
        return new Table(List.of(
                times("history.when", entries, entry -> Optional.of(entry.at())),
                texts("history.action", entries, AuditEntry::action),
                texts("history.detail", entries, AuditEntry::detail)));
    }

    private static <T> Column texts(String key, List<T> rows, Function<T, String> text) {
        return new TextColumn(Texts.of(key), rows.stream().map(text).toList());
    }

    private static <T> Column numbers(String key, ColumnType type, List<T> rows, ToDoubleFunction<T> number) {
        return new NumberColumn(
                Texts.of(key), type, rows.stream().mapToDouble(number).toArray());
    }

    private static <T> Column times(String key, List<T> rows, Function<T, Optional<Instant>> time) {
        return new TimeColumn(
                Texts.of(key),
                ColumnType.TIMESTAMP,
                rows.stream()
                        .mapToLong(row ->
                                time.apply(row).map(HistoryTables::micros).orElse(TimeColumn.MISSING))
                        .toArray());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
