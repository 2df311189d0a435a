package corymb.identity;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes one profile of all records with the same id.
 *
 * <p>A record without an id belongs to the customer with the same e-mail address, leaving case and outer blanks aside; of several
 * such customers, to the one with the smallest id. Where there is none the address itself becomes the id, and a record with neither
 * is a customer of its own, called source#row. Each profile column has the first value that is there, in the order of the sources
 * and of their rows.
 *
 * <p>Cost: one scan of all records, one of the ids of all activity. Assumes: ids are normalised by the import, so that equal ids are
 * equal texts.
 */
public final class ExactKeyResolution {
    private static final String KEY = KeyedRecords.KEY;
    private static final String SOURCE = KeyedRecords.SOURCE;
    private static final String PLACE = KeyedRecords.PLACE;
    private static final String JOINED = KeyedRecords.JOINED;
    private static final String ORDER = KeyedRecords.ORDER;

    private final Engine engine;
    private final ExactKeyPlan plan;
    private final List<ProfileColumn> columns;

    private ExactKeyResolution(Engine engine, ExactKeyPlan plan) {
        this.engine = engine;
        this.plan = plan;
        this.columns = ProfileColumn.of(plan.people());
    }

    /**
     * Resolves the plan's records into customers.
     *
     * @param name what the relations made are called, followed by _profiles and _origins
     * @throws corymb.work.Failure when there is neither a record nor an event
     */
    public static Customers run(Engine engine, ExactKeyPlan plan, String name, Progress progress) {
        var resolution = new ExactKeyResolution(engine, plan);
        if (plan.people().isEmpty() && plan.activity().isEmpty()) {
            throw nobody();
        }
        try {
            return resolution.resolve(name, progress);
        } finally {
            engine.drop(name + "_records");
        }
    }

    /** A query for {@code customer_id} of those whom records without an id joined by e-mail. */
    public static Sql joinedByEmail(ExactKeyPlan plan) {
        return Sql.of("select distinct " + KEY + " as customer_id from (")
                .then(new KeyedRecords(plan).query())
                .then(") where " + JOINED);
    }

    private Customers resolve(String name, Progress progress) {
        progress.report(0, "Reading records");
        var records = engine.create(name + "_records", new KeyedRecords(plan).query(), progress);
        progress.report(0.4, "Joining records into customers");
        var profiles = engine.create(name + "_profiles", profiles(records), progress);
        if (profiles.rows() == 0) {
            engine.drop(profiles.name());
            throw nobody();
        }
        progress.report(0.9, "Counting origins");
        var origins = engine.create(name + "_origins", origins(records), progress);
        long joined = count("from " + records.quoted() + " where " + JOINED, progress);
        long silent = count("from " + profiles.quoted() + " where records = 0", progress);
        progress.report(1, "Customers");
        return new Customers(plan, profiles, origins, records.rows(), profiles.rows(), joined, silent);
    }

    private static RuntimeException nobody() {
        return new Problem(
                        "There are no customers yet.",
                        "",
                        "Import a file of customers, or of events with a customer id, that has at least one good row.")
                .asFailure();
    }

    private long count(String what, Progress progress) {
        return (long) engine.number(Sql.of("select count(*) " + what), progress);
    }

    private Sql profiles(Relation records) {
        var values = columns.stream()
                .map(column ->
                        "arg_min(" + Sql.name(column.name()) + ", " + ORDER + ") as " + Sql.name(column.name()) + ", ")
                .collect(Collectors.joining());
        var known = Sql.of("select " + KEY + " as customer_id, " + values + sources()
                + " as sources, count(*) as records from " + records.quoted() + " group by " + KEY);
        var parts = new ArrayList<>(List.of(known));
        if (!plan.activity().isEmpty()) {
            parts.add(silentCustomers(records));
        }
        return Sql.of("select * from (")
                .then(Sql.join(" union all by name ", parts))
                .then(") order by customer_id");
    }

    private String sources() {
        var names = new ArrayList<String>();
        names.add("', '");
        for (int place = 0; place < plan.people().size(); place++) {
            names.add("any_value(" + SOURCE + ") filter (where " + PLACE + " = " + place + ")");
        }
        return names.size() == 1 ? "''" : "concat_ws(" + String.join(", ", names) + ")";
    }

    private Sql silentCustomers(Relation records) {
        var ids = plan.activity().stream()
                .map(activity -> Sql.of("select cast(customer_id as varchar) as customer_id from " + activity.quoted()))
                .toList();
        return Sql.of("select distinct customer_id, '' as sources, 0 as records from (")
                .then(Sql.join(" union all ", ids))
                .then(") where customer_id <> '' and customer_id not in (select " + KEY + " from " + records.quoted()
                        + ")");
    }

    private static Sql origins(Relation records) {
        return Sql.of("select " + KEY + " as customer_id, " + SOURCE + " as source, count(*) as records from "
                + records.quoted() + " group by " + KEY + ", " + PLACE + ", " + SOURCE + " order by " + KEY + ", "
                + PLACE);
    }
}
