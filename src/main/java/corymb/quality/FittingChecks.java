package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chooses the checks that make sense for a source. */
final class FittingChecks {
    private static final Set<String> NEVER_NEGATIVE = Set.of("price", "quantity");

    private FittingChecks() {}

    /** @param wording the checks of how texts are written, which depend on all values of their columns */
    static List<Check> of(Source source, List<ColumnProfile> columns, List<Check> wording, List<Source> all) {
        var checks = new ArrayList<>(wording);
        checks.add(new Check.Rejected());
        checks.add(new Check.RepeatedRow());
        for (var column : columns) {
            ofColumn(source, column, checks);
        }
        boolean isSpelled = wording.stream()
                .anyMatch(check ->
                        check instanceof Check.OddSpelling odd && odd.column().equals("country"));
        if (source.role() == Role.CUSTOMERS && source.has("country") && !isSpelled) {
            checks.add(new Check.Shape("country", Check.Pattern.COUNTRY));
        }
        checks.addAll(keys(source));
        checks.addAll(orphans(source, all));
        return checks;
    }

    private static void ofColumn(Source source, ColumnProfile column, List<Check> checks) {
        var name = column.name();
        if (column.missing() > 0) {
            checks.add(new Check.Missing(name));
        }
        if (column.unreadable() > 0) {
            checks.add(new Check.Unreadable(name));
        }
        if (column.distinct().values() == 1
                && column.missing() == 0
                && source.accepted() > 1
                && isOfFile(source, name)) {
            checks.add(new Check.Constant(name));
        }
        if (column.type().isNumeric()) {
            outlier(column, checks);
        }
        boolean isRarelyNegative = source.role() != Role.EVENTS
                && column.type().isNumeric()
                && column.numbers().lowerQuartile() > 0;
        boolean isMoney = name.equals("value") && source.role() == Role.EVENTS;
        if (NEVER_NEGATIVE.contains(name) || isMoney || isRarelyNegative) {
            checks.add(new Check.Negative(name));
        }
        if (source.role() == Role.CUSTOMERS) {
            shapes(column, checks);
        }
        if (column.type().isTemporal() && (name.equals("timestamp") || name.equals("created_at"))) {
            checks.add(new Check.Future(name));
        }
    }

    /** What the import or a repair wrote into all rows tells nothing of the file. */
    private static boolean isOfFile(Source source, String name) {
        return source.columns().stream()
                .noneMatch(
                        column -> column.name().equals(name) && column.column().isEmpty());
    }

    private static void outlier(ColumnProfile column, List<Check> checks) {
        double width = column.numbers().upperQuartile() - column.numbers().lowerQuartile();
        if (width > 0) {
            var fences = Fences.of(column.numbers());
            // A fence beyond all values would only puzzle: amounts that begin at 0 are not "outside -542.8".
            double least = number(column.minimum());
            double most = number(column.maximum());
            checks.add(new Check.Outlier(
                    column.name(),
                    least > fences.low() ? least : fences.low(),
                    most < fences.high() ? most : fences.high()));
        }
    }

    /** A number as the engine writes it, which can be infinite or none. */
    private static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    private static void shapes(ColumnProfile column, List<Check> checks) {
        var name = column.name();
        switch (name) {
            case "email" -> checks.add(new Check.Shape(name, Check.Pattern.EMAIL));
            case "phone" -> {
                checks.add(new Check.Shape(name, Check.Pattern.PHONE));
                checks.add(new Check.Shape(name, Check.Pattern.COUNTRY_CODE));
            }
            case "postcode" -> checks.add(new Check.Shape(name, Check.Pattern.POSTCODE));
            case "birth_date" -> {
                if (column.type().isTemporal()) {
                    checks.add(new Check.BirthDate(name));
                }
            }
            default -> {}
        }
    }

    private static List<Check> keys(Source source) {
        return switch (source.role()) {
            case CUSTOMERS -> customerKeys(source);
            case ITEMS -> List.of(new Check.RepeatedKey("item_id"));
            case EXPOSURES, CONSENTS, EVENTS -> List.of();
        };
    }

    private static List<Check> customerKeys(Source source) {
        var checks = new ArrayList<Check>();
        if (source.has("id")) {
            checks.add(new Check.RepeatedKey("id"));
        }
        if (source.has("email")) {
            checks.add(new Check.SamePerson(List.of("email")));
        }
        if (source.has("given_name") && source.has("family_name") && source.has("birth_date")) {
            checks.add(new Check.SamePerson(List.of("given_name", "family_name", "birth_date")));
        }
        return checks;
    }

    private static List<Check> orphans(Source source, List<Source> all) {
        var checks = new ArrayList<Check>();
        var customers = known(all, Role.CUSTOMERS, "id");
        if (source.role() != Role.CUSTOMERS && source.has("customer_id") && !customers.isEmpty()) {
            checks.add(new Check.Orphan("customer_id", customers));
        }
        var items = known(all, Role.ITEMS, "item_id");
        if (source.role() == Role.EVENTS && source.has("item_id") && !items.isEmpty()) {
            checks.add(new Check.Orphan("item_id", items));
        }
        return checks;
    }

    private static List<Check.Known> known(List<Source> all, Role role, String column) {
        return all.stream()
                .filter(source -> source.role() == role && source.has(column))
                .map(source -> new Check.Known(source.data().name(), column))
                .toList();
    }
}
