package corymb.privacy;

import corymb.privacy.Permission.ForPurpose;
import corymb.privacy.Permission.NoConsentsHeld;
import corymb.privacy.Permission.WithoutConsent;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Locale;

/**
 * Who may leave the project under a permission.
 *
 * <p>For a purpose, only people whose latest word on it is granted; everybody else is withheld and counted.
 */
public record Release(ConsentLedger ledger, Permission permission) {

    /**
     * A release whose permission fits what the ledger holds.
     *
     * @throws corymb.work.Failure when nobody was ever asked about the purpose, or when consents are held and not heeded
     */
    public static Release of(Engine engine, ConsentLedger ledger, Permission permission, Progress progress) {
        switch (permission) {
            case ForPurpose(var purpose) -> requireKnown(purpose, ledger.purposes(engine, progress));
            case NoConsentsHeld _ -> requireEmpty(ledger);
            case WithoutConsent _ -> {}
        }
        return new Release(ledger, permission);
    }

    private static void requireKnown(String purpose, List<PurposeCount> known) {
        var names = known.stream().map(PurposeCount::purpose).toList();
        if (names.isEmpty()) {
            throw new Problem(
                            "The project holds no consents, so nobody has agreed to “" + purpose + "”.",
                            "",
                            "Import consents, or export without naming a purpose.")
                    .asFailure();
        }
        if (!names.contains(purpose.strip().toLowerCase(Locale.ROOT))) {
            throw new Problem(
                            "Nobody was ever asked about the purpose “" + purpose + "”.",
                            "",
                            "Known purposes: " + String.join(", ", names) + ".")
                    .asFailure();
        }
    }

    private static void requireEmpty(ConsentLedger ledger) {
        if (!ledger.isEmpty()) {
            throw new Problem(
                            "The project holds consents, so an export needs a purpose that people agreed to.",
                            "",
                            "Name the purpose, or give a reason to export without consent.")
                    .asFailure();
        }
    }

    /** The rows, in their order, of people who may leave; the query has a column {@code customer_id}. */
    public Sql permitted(Sql rows) {
        return switch (permission) {
            case WithoutConsent _, NoConsentsHeld _ -> rows;
            case ForPurpose(var purpose) ->
                Sql.of("select * exclude (corymb_row) from (select *, row_number() over () as corymb_row from (")
                        .then(rows)
                        .then(")) where cast(customer_id as varchar) in (select customer_id from (")
                        .then(said(purpose))
                        .then(") where status = 'granted') order by corymb_row");
        };
    }

    /**
     * A query for the people who stay: {@code customer_id}, {@code answer} (denied, withdrawn or unknown), {@code said_at} and the
     * number of their {@code rows}; ordered by customer.
     */
    public Sql withheld(Sql rows) {
        return switch (permission) {
            case WithoutConsent _, NoConsentsHeld _ ->
                Sql.of("select '' as customer_id, '' as answer, null::timestamp as said_at, 0 as rows where false");
            case ForPurpose(var purpose) ->
                Sql.of("select id as customer_id, status as answer, said_at, amount as rows from (")
                        .then(people(rows, purpose))
                        .then(") where status <> 'granted' order by id");
        };
    }

    /** How many of the rows, and of the people they belong to, stay. */
    public Staying staying(Engine engine, Sql rows, Progress progress) {
        return switch (permission) {
            case WithoutConsent _, NoConsentsHeld _ -> new Staying(0, Withheld.NOBODY);
            case ForPurpose(var purpose) -> {
                var counts = engine.table(staying(rows, purpose), progress);
                yield new Staying(
                        sum(counts.numbers("rows").get(0)),
                        new Withheld(
                                sum(counts.numbers("denied").get(0)),
                                sum(counts.numbers("withdrawn").get(0)),
                                sum(counts.numbers("unknown").get(0))));
            }
        };
    }

    /** The sum over no rows is missing. */
    private static long sum(double value) {
        return Double.isNaN(value) ? 0 : (long) value;
    }

    private Sql staying(Sql rows, String purpose) {
        return Sql.of("""
                        select cast(sum(amount) as bigint) as rows,
                            count(*) filter (status = 'denied') as denied,
                            count(*) filter (status = 'withdrawn') as withdrawn,
                            count(*) filter (status = 'unknown') as unknown
                        from (""").then(people(rows, purpose)).then(") where status <> 'granted'");
    }

    /** Everyone the rows belong to, with the number of their rows and what they last said. */
    private Sql people(Sql rows, String purpose) {
        return Sql.of("""
                        select person.id as id, person.amount as amount, coalesce(word.status, 'unknown') as status,
                            word.timestamp as said_at
                        from (select cast(customer_id as varchar) as id, count(*) as amount from (""")
                .then(rows)
                .then(") group by id) person left join (")
                .then(said(purpose))
                .then(") word on word.customer_id = person.id");
    }

    private Sql said(String purpose) {
        return Sql.of("select customer_id, status, timestamp from (")
                .then(ledger.latest())
                .then(") where purpose = lower(trim(cast(? as varchar)))", purpose);
    }

    /**
     * What a release keeps back.
     *
     * @param rows how many rows of the table
     * @param people whose they are
     */
    public record Staying(long rows, Withheld people) {}
}
