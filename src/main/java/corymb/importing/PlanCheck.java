package corymb.importing;

import corymb.work.Problem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds what is wrong with a plan before anything is read. */
final class PlanCheck {
    private PlanCheck() {}

    static void check(ImportPlan plan) {
        var fields = new HashSet<String>();
        var names = new HashSet<String>();
        for (var column : plan.columns()) {
            switch (column.target()) {
                case Target.ToField(var field) -> {
                    checkField(plan, column, field);
                    if (!fields.add(field)) {
                        throw twice(field);
                    }
                    names.add(field);
                }
                case Target.Attribute _, Target.Ignored _ -> {}
            }
        }
        for (var column : plan.columns()) {
            if (column.target() instanceof Target.Attribute(var name) && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw twice(name);
            }
        }
        if (plan.isNumbered()) {
            checkNumbered(plan);
            fields.add("id");
        }
        checkRequired(plan, fields);
    }

    private static void checkNumbered(ImportPlan plan) {
        if (plan.role() != Role.CUSTOMERS) {
            throw new Problem(
                            "Only rows of customers can be numbered: "
                                    + plan.role().label() + " say themselves whom or what they are about.",
                            plan.source(),
                            "Map a column to the id instead.")
                    .asFailure();
        }
    }

    private static void checkField(ImportPlan plan, ColumnPlan column, String field) {
        if (plan.role().field(field).isEmpty()) {
            throw new Problem(
                            "There is no field " + field + " for " + plan.role().label() + ".",
                            "column " + column.column(),
                            "Choose one of "
                                    + String.join(
                                            ", ",
                                            plan.role().fields().stream()
                                                    .map(TargetField::name)
                                                    .toList()) + ".")
                    .asFailure();
        }
    }

    private static RuntimeException twice(String name) {
        return new Problem(
                        "Two columns are mapped to " + name + ".",
                        "",
                        "Map one of them to something else or leave it out.")
                .asFailure();
    }

    private static void checkRequired(ImportPlan plan, Set<String> fields) {
        var missing = MappingProposal.missing(fields, plan.role());
        if (!missing.isEmpty()) {
            var words = String.join(" and ", missing);
            throw new Problem(
                            "No column is mapped to " + words + ", which "
                                    + plan.role().label() + " need.",
                            plan.source(),
                            "Map a column to it, "
                                    + (plan.role() == Role.CUSTOMERS
                                            ? "let each row be a customer of its own (--number-rows), "
                                            : "")
                                    + "or choose another role if the file is about something else.")
                    .asFailure();
        }
    }
}
