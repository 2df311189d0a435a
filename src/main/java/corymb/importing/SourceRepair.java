package corymb.importing;

import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;

/** Repairs the rows of a source; its imports stay as they are. */
public final class SourceRepair {
    private SourceRepair() {}

    /**
     * The source with these repairs in the place of those it has.
     *
     * @param relationName how the names of all new relations begin
     */
    public static Source run(
            Engine engine, Source source, List<RepairStep> steps, String relationName, Progress progress) {
        var raw = source.unrepaired();
        if (steps.isEmpty()) {
            return raw;
        }
        var made = Repairing.run(engine, raw.data(), steps, relationName + "_repaired", progress);
        return made.rows().equals(raw.data())
                ? raw.with(raw.columns(), raw.data(), new Repaired(made.outcomes(), Optional.empty()))
                : raw.with(
                        columns(raw, made.rows()),
                        made.rows(),
                        new Repaired(made.outcomes(), Optional.of(new Repaired.Raw(raw.columns(), raw.data()))));
    }

    private static List<ImportedColumn> columns(Source raw, Relation rows) {
        return rows.schema().fields().stream()
                .map(field -> raw.columns().stream()
                        .filter(column -> column.name().equals(field.name()))
                        .map(column -> column.withType(field.type()))
                        .findFirst()
                        .orElseGet(() -> added(field)))
                .toList();
    }

    private static ImportedColumn added(Field field) {
        return new ImportedColumn(
                field.name(), field.type(), "", new Target.Attribute(field.name()), 0, "added by a repair");
    }
}
