package corymb.importing;

import corymb.repair.Context;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Repairs the rows of a source; its imports stay as they are.
 *
 * @param engine where it is
 * @param others the rows of other sources, by name
 */
public record SourceRepair(Engine engine, Map<String, Relation> others) {
    public SourceRepair {
        others = Map.copyOf(others);
    }

    /**
     * The source with these repairs in the place of those it has.
     *
     * @param relationName how the names of all new relations begin
     */
    public Source run(Source source, List<RepairStep> steps, String relationName, Progress progress) {
        var raw = source.unrepaired();
        if (steps.isEmpty()) {
            return raw;
        }
        var made = repairing(raw.role()).run(raw.data(), steps, relationName + "_repaired", progress);
        return made.rows().equals(raw.data())
                ? raw.with(raw.columns(), raw.data(), new Repaired(made.outcomes(), Optional.empty()))
                : raw.with(
                        columns(raw, made.rows()),
                        made.rows(),
                        new Repaired(made.outcomes(), Optional.of(new Repaired.Raw(raw.columns(), raw.data()))));
    }

    /** What repairs the rows of a source of a role. */
    public Repairing repairing(Role role) {
        var types = role.fields().stream().collect(Collectors.toMap(TargetField::name, TargetField::type));
        return new Repairing(engine, new Context(others, types));
    }

    private static List<ImportedColumn> columns(Source raw, Relation rows) {
        return rows.schema().fields().stream()
                .map(field -> raw.columns().stream()
                        .filter(column -> column.name().equals(field.name()))
                        .map(column -> column.withType(field.type()))
                        .findFirst()
                        .orElseGet(() -> added(field, raw.role())))
                .toList();
    }

    /** A column that goes by the name of a field is that field from now on. */
    private static ImportedColumn added(Field field, Role role) {
        Target target = role.field(field.name()).isPresent()
                ? new Target.ToField(field.name())
                : new Target.Attribute(field.name());
        return new ImportedColumn(field.name(), field.type(), "", target, 0, "added by a repair");
    }
}
