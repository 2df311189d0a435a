package corymb.importing;

import corymb.table.ColumnType;
import corymb.work.NearName;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposes which column of a file is which field, from names in many languages, types and what values stand for. */
public final class MappingProposal {
    private MappingProposal() {}

    /** A plan for each column, in the file's order; columns that are no field become attributes. */
    public static List<ColumnPlan> propose(Detected detected, Role role) {
        var fields = fields(detected.columns(), role);
        var taken = new ArrayList<String>(
                role.fields().stream().map(TargetField::name).toList());
        var plans = new ArrayList<ColumnPlan>();
        for (var column : detected.columns()) {
            var field = Optional.ofNullable(fields.get(column.name()));
            plans.add(field.map(found -> toField(column, found)).orElseGet(() -> attribute(column, taken)));
        }
        return plans;
    }

    private static ColumnPlan toField(DetectedColumn column, TargetField field) {
        return new ColumnPlan(column.name(), field.type(), new Target.ToField(field.name()), column.isTyped());
    }

    private static ColumnPlan attribute(DetectedColumn column, List<String> taken) {
        var name = Names.unused(Names.cleaned(column.name()), taken);
        taken.add(name);
        return new ColumnPlan(column.name(), column.type(), new Target.Attribute(name), column.isTyped());
    }

    /** The field of each column that has one: exact names first, then names that hold one, then values. */
    private static Map<String, TargetField> fields(List<DetectedColumn> columns, Role role) {
        var found = new HashMap<String, TargetField>();
        var free = new ArrayList<>(role.fields());
        for (var closeness : FieldNames.Closeness.values()) {
            for (var field : List.copyOf(free)) {
                columns.stream()
                        .filter(column -> !found.containsKey(column.name()))
                        .filter(column -> FieldNames.isLike(column, field, role, closeness))
                        .min(Comparator.comparingInt(column -> FieldNames.rank(column, field, role)))
                        .ifPresent(column -> {
                            found.put(column.name(), field);
                            free.remove(field);
                        });
            }
        }
        return found;
    }

    /** What the rows are most likely about. */
    public static Role likelyRole(Detected detected) {
        return likelyRoles(detected.columns()).getFirst();
    }

    static List<Role> likelyRoles(List<DetectedColumn> columns) {
        var scores = new HashMap<Role, Double>();
        for (var role : Role.values()) {
            scores.put(role, score(fields(columns, role).values().stream().toList(), role));
        }
        return Arrays.stream(Role.values())
                .sorted(Comparator.comparingDouble((Role role) -> scores.getOrDefault(role, 0.0))
                        .reversed())
                .toList();
    }

    private static double score(List<TargetField> found, Role role) {
        var names = new HashSet<>(found.stream().map(TargetField::name).toList());
        boolean isComplete = missing(names, role).isEmpty();
        double base = isComplete
                ? switch (role) {
                    case CUSTOMERS -> 4;
                    case ITEMS -> 5;
                    case EVENTS, EXPOSURES -> 10;
                    case CONSENTS -> 14;
                }
                // Rows that say nothing of whose they are can only be customers, each of its own.
                : role == Role.CUSTOMERS ? 1.5 : 0;
        double each = role == Role.CUSTOMERS ? 2.2 : 1;
        return base + each * found.size();
    }

    /** The required fields that are not among {@code mapped}, in words. */
    static List<String> missing(Set<String> mapped, Role role) {
        if (role == Role.CUSTOMERS) {
            return mapped.contains("id") || mapped.contains("email") ? List.of() : List.of("id or email");
        }
        return role.fields().stream()
                .filter(TargetField::isRequired)
                .map(TargetField::name)
                .filter(name -> !mapped.contains(name))
                .toList();
    }

    static int knownNames(List<String> header) {
        return (int) header.stream().filter(FieldNames::isKnown).count();
    }

    /**
     * The plan with some columns mapped by hand: to a field of the role, to an attribute of another name, or to "-" or
     * nothing to leave the column out. A column that had the field before becomes an attribute.
     */
    public static ImportPlan withMapping(ImportPlan plan, Map<String, String> fieldByColumn) {
        fieldByColumn.keySet().forEach(column -> requireColumn(plan, column));
        var columns = plan.columns().stream()
                .map(column -> fieldByColumn.containsKey(column.column())
                        ? mapped(column, fieldByColumn.getOrDefault(column.column(), ""), plan.role())
                        : released(column, fieldByColumn))
                .toList();
        return plan.withColumns(columns);
    }

    /**
     * The columns with one of them sent elsewhere: to a field as what the field holds, or as an attribute of what its values
     * are. Another column that filled the same field is kept as an attribute.
     */
    public static List<ColumnPlan> redirected(
            List<ColumnPlan> columns, int column, Target target, Role role, Detected detected) {
        var changed = new ArrayList<ColumnPlan>();
        for (int i = 0; i < columns.size(); i++) {
            var plan = columns.get(i);
            var found = detected.columns().get(i).type();
            if (i == column) {
                changed.add(plan.withTarget(held(target, role).orElse(found), target));
            } else if (target instanceof Target.ToField && plan.target().equals(target)) {
                changed.add(plan.withTarget(found, new Target.Attribute(plan.column())));
            } else {
                changed.add(plan);
            }
        }
        return List.copyOf(changed);
    }

    private static Optional<ColumnType> held(Target target, Role role) {
        return target instanceof Target.ToField(var name) ? role.field(name).map(TargetField::type) : Optional.empty();
    }

    private static void requireColumn(ImportPlan plan, String column) {
        if (plan.columns().stream().noneMatch(planned -> planned.column().equals(column))) {
            var names = plan.columns().stream().map(ColumnPlan::column).toList();
            throw new Problem("The file has no column “" + column + "”.", "", NearName.remedy(column, names))
                    .asFailure();
        }
    }

    private static ColumnPlan mapped(ColumnPlan column, String name, Role role) {
        if (name.isBlank() || name.equals("-")) {
            return column.withTarget(new Target.Ignored());
        }
        return role.field(name)
                .map(field -> column.withTarget(field.type(), new Target.ToField(field.name())))
                .orElseGet(() -> column.withTarget(new Target.Attribute(Names.cleaned(name))));
    }

    private static ColumnPlan released(ColumnPlan column, Map<String, String> fieldByColumn) {
        boolean isReleased = column.target() instanceof Target.ToField(var field) && fieldByColumn.containsValue(field);
        return isReleased
                ? column.withTarget(ColumnType.TEXT, new Target.Attribute(Names.cleaned(column.column()) + "_2"))
                : column;
    }
}
