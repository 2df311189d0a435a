package corymb.ui.exports;

import corymb.sql.Sql;
import java.util.Locale;

/** Why somebody is withheld: what they said to the purpose. */
public enum Answer {
    DENIED,
    WITHDRAWN,
    UNKNOWN;

    /** The key of the words over the people who gave this answer. */
    String title() {
        return switch (this) {
            case DENIED -> "exports.deniedPeople";
            case WITHDRAWN -> "exports.withdrawnPeople";
            case UNKNOWN -> "exports.unknownPeople";
        };
    }

    /** Those of all withheld people who gave this answer. */
    Sql of(Sql withheld) {
        return Sql.of("select * from (")
                .then(withheld)
                .then(") where answer = ? order by customer_id", name().toLowerCase(Locale.ROOT));
    }
}
