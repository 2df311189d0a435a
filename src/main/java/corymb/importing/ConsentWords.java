package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;

/** Reads the words for a consent as granted, denied or withdrawn. */
final class ConsentWords {
    private static final String GRANTED =
            "('grant','given','yes','y','true','t','1','optin','optedin','accepted','accept','allowed','agreed','active','subscribed','ja','j','oui','si','sí','erteilt','zugestimmt','accordé','accepté','toegestaan','aceptado','otorgado')";
    private static final String DENIED =
            "('deny','no','n','false','f','0','optout','optedout','refused','rejected','declined','never','nein','non','nee','abgelehnt','verweigert','refusé','geweigerd','rechazado')";
    private static final String WITHDRAWN =
            "('withdraw','revoked','revoke','unsubscribed','cancelled','canceled','widerrufen','retiré','révoqué','ingetrokken','retirado','revocado')";

    private ConsentWords() {}

    /** The status told by the text {@code t}; null when it tells none. */
    static String status(String t, boolean isStrict) {
        var plain = "case when lower(" + t + ") in ('granted', 'denied', 'withdrawn') then lower(" + t + ")";
        if (isStrict) {
            return plain + " end";
        }
        var word = "lower(replace(replace(" + t + ", '-', ''), '_', ''))";
        return plain + " when " + word + " in " + GRANTED + " then 'granted' when " + word + " in " + DENIED
                + " then 'denied' when " + word + " in " + WITHDRAWN + " then 'withdrawn' end";
    }

    /**
     * How a column of statuses is written: where most rows have the three words themselves, any other word is a mistake in
     * the data and no permission may be guessed from it.
     */
    static ValueFormat format(Engine engine, Sql rows, Output column, Progress progress) {
        var text = ValueReading.text("c" + column.index(), column.type());
        double surplus = engine.number(
                Sql.of(
                                "select sum(case when lower(t) in ('granted', 'denied', 'withdrawn') then 1 else -1 end) from (select "
                                        + text + " as t from ")
                        .then(rows)
                        .then(") where t is not null"),
                progress);
        return surplus > 0 ? ValueFormat.STRICT : ValueFormat.NATIVE;
    }
}
