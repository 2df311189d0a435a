package corymb.identity;

import corymb.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** The records of all sources, each with the key of the customer it belongs to. */
final class KeyedRecords {
    /** A leading blank keeps working columns apart from those of files, whose names are trimmed. */
    static final String KEY = Sql.name(" key");

    private static final String ID = Sql.name(" id");
    private static final String EMAIL = Sql.name(" email");
    static final String SOURCE = Sql.name(" source");
    static final String PLACE = Sql.name(" place");
    private static final String ROW = Sql.name(" row");
    static final String JOINED = Sql.name(" joined");
    static final String ORDER = Sql.name(" order");

    private final List<PersonSource> people;
    private final List<ProfileColumn> columns;

    KeyedRecords(ExactKeyPlan plan) {
        people = plan.people();
        columns = ProfileColumn.of(people);
    }

    /**
     * Every record of every source with the key of its customer.
     *
     * <p>The join has its condition on the id inside a case: beside the equality it would keep the engine from hashing.
     */
    Sql query() {
        if (people.isEmpty()) {
            return Sql.of("select '' as " + KEY + ", '' as " + SOURCE + ", 0 as " + PLACE + ", 0 as " + ORDER
                    + ", false as " + JOINED + " where false");
        }
        var sources = new ArrayList<Sql>();
        for (int place = 0; place < people.size(); place++) {
            sources.add(recordsOf(people.get(place), place));
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
}
