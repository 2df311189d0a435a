package corymb.privacy;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What people have said to the uses of their data, over all sources.
 *
 * <p>The latest word of a person on a purpose counts. Of words spoken at the same time the more restrictive counts: withdrawn,
 * denied, anything unreadable, granted. A word without a time counts as the oldest. Capitals and outer spaces of purposes and
 * statuses do not matter. Rows that name no person or no purpose say nothing.
 *
 * @param consents relations with the columns {@code customer_id}, {@code purpose}, {@code status} (granted, denied, withdrawn)
 *     and, mostly, {@code timestamp}
 */
public record ConsentLedger(List<Relation> consents) {
    private static final List<String> REQUIRED = List.of("customer_id", "purpose", "status");

    public ConsentLedger {
        consents = List.copyOf(consents);
        consents.forEach(ConsentLedger::requireColumns);
    }

    private static void requireColumns(Relation relation) {
        REQUIRED.stream()
                .filter(name -> !relation.schema().has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("Consents " + relation.name() + " lack the column " + name);
                });
    }

    /** Whether there are no consents to go by. */
    public boolean isEmpty() {
        return consents.stream().allMatch(relation -> relation.rows() == 0);
    }

    /**
     * A query for the latest word of each person on each purpose: {@code customer_id}, {@code purpose} in small letters, {@code
     * status} (granted, denied, withdrawn or unknown) and {@code timestamp}.
     */
    public Sql latest() {
        return Sql.of("""
                        select customer_id, purpose, word.status as status, nullif(word.said, timestamp '-infinity') as timestamp
                        from (
                            select customer_id, purpose, max({'said': said, 'strictness': strictness, 'status': status}) as word
                            from (
                                select customer_id, purpose, said,
                                    case when status in ('granted', 'denied', 'withdrawn') then status else 'unknown' end as status,
                                    case status when 'withdrawn' then 3 when 'denied' then 2 when 'granted' then 0 else 1 end
                                        as strictness
                                from (""").then(words()).then("""
                        )
                                where customer_id is not null and coalesce(purpose, '') <> ''
                            )
                            group by customer_id, purpose
                        )""");
    }

    private Sql words() {
        if (consents.isEmpty()) {
            return Sql.of("select null::varchar as customer_id, null::varchar as purpose, null::varchar as status,"
                    + " null::timestamp as said limit 0");
        }
        return Sql.join(
                " union all ", consents.stream().map(ConsentLedger::words).toList());
    }

    private static Sql words(Relation relation) {
        var at = relation.schema().has("timestamp") ? "try_cast(\"timestamp\" as timestamp)" : "null";
        return Sql.of(
                "select cast(customer_id as varchar) as customer_id, lower(trim(cast(purpose as varchar))) as purpose,"
                        + " lower(trim(cast(status as varchar))) as status, coalesce(" + at
                        + ", timestamp '-infinity') as said from "
                        + relation.quoted());
    }

    /** The purposes people have been asked about, in order of their names, each with how many people said what last. */
    public List<PurposeCount> purposes(Engine engine, Progress progress) {
        var counts = engine.table(
                Sql.of("select purpose, count(*) filter (status = 'granted') as granted,"
                                + " count(*) filter (status = 'denied') as denied,"
                                + " count(*) filter (status = 'withdrawn') as withdrawn,"
                                + " count(*) filter (status = 'unknown') as unknown from (")
                        .then(latest())
                        .then(") group by purpose order by purpose"),
                progress);
        return IntStream.range(0, counts.rowCount())
                .mapToObj(row -> new PurposeCount(
                        counts.text(row, "purpose"),
                        (long) counts.numbers("granted").get(row),
                        (long) counts.numbers("denied").get(row),
                        (long) counts.numbers("withdrawn").get(row),
                        (long) counts.numbers("unknown").get(row)))
                .toList();
    }

    /** How many people the consents name who are none of these customers; their words have no effect. */
    public long strangers(Engine engine, Relation customers, Progress progress) {
        return (long) engine.number(
                Sql.of("select count(distinct customer_id) from (")
                        .then(latest())
                        .then(") where customer_id not in (select cast(customer_id as varchar) from "
                                + customers.quoted() + " where customer_id is not null)"),
                progress);
    }
}
