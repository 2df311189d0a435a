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
    /** A leading blank keeps working columns apart from those of files, whose names are trimmed. */
    private static final String KEY = Sql.name(" key");

    private static final String ID = Sql.name(" id");
    private static final String EMAIL = Sql.name(" email");
    private static final String SOURCE = Sql.name(" source");
    private static final String PLACE = Sql.name(" place");
    private static final String ROW = Sql.name(" row");
    private static final String JOINED = Sql.name(" joined");
    private static final String ORDER = Sql.name(" order");

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

    private Customers resolve(String name, Progress progress) {
        progress.report(0, "Reading records");
        var records = engine.create(name + "_records", keyedRecords(), progress);
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

    /**
     * Every record of every source with the key of its customer.
     *
     * <p>The join has its condition on the id inside a case: beside the equality it would keep the engine from hashing.
     */
    private Sql keyedRecords() {
        if (plan.people().isEmpty()) {
            return Sql.of("select '' as " + KEY + ", '' as " + SOURCE + ", 0 as " + PLACE + ", 0 as " + ORDER
                    + ", false as " + JOINED + " where false");
        }
        var sources = new ArrayList<Sql>();
        for (int place = 0; place < plan.people().size(); place++) {
            sources.add(recordsOf(plan.people().get(place), place));
        }
        return Sql.of("with records as (")
                .then(Sql.join(" union all by name ", sources))
                .then("), owners as (select " + EMAIL + ", min(" + ID + ") as owner from records where " + ID
                        + " is not null and " + EMAIL + " is not null group by all)")
                .then(" select coalesce(" + ID + ", owner, records." + EMAIL + ", " + SOURCE + " || '#' || " + ROW
                        + ") as " + KEY
                        + ", " + ID + " is null and owner is not null as " + JOINED
                        + ", " + PLACE + " * 1099511627776 + " + ROW + " as " + ORDER
                        + ", records.* exclude (" + ID + ", " + EMAIL + ")"
                        + " from records left join owners on case when " + ID + " is null then records." + EMAIL
                        + " end = owners." + EMAIL);
    }

    private Sql recordsOf(PersonSource person, int place) {
        var values = new ArrayList<Sql>();
        values.add(Sql.of("cast(? as varchar) as " + SOURCE, person.source()));
        values.add(Sql.of("cast(? as bigint) as " + PLACE, place));
        values.add(Sql.of("row_number() over () as " + ROW));
        values.add(Sql.of(
                (has(person, "id") ? "nullif(cast(id as varchar), '')" : "cast(null as varchar)") + " as " + ID));
        values.add(Sql.of(
                (has(person, "email") ? "nullif(lower(trim(cast(email as varchar))), '')" : "cast(null as varchar)")
                        + " as " + EMAIL));
        columns.forEach(column -> values.add(column.from(person)));
        return Sql.of("select ")
                .then(Sql.join(", ", values))
                .then(" from " + person.data().quoted());
    }

    private static boolean has(PersonSource person, String field) {
        return person.data().schema().names().stream().anyMatch(field::equalsIgnoreCase);
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
