package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;

/** What was known when segments were found before, to be looked at from the moment of now. */
public interface Known {
    /** Whether the days were those of another zone. */
    boolean isOfAnotherZone();

    /**
     * Looks at it as if nothing had come in since.
     *
     * @param changed what has changed all the same: by {@link Cause#ZONE} only whose days are meant, by {@link Cause#TIME} the moment as
     *     well
     * @param people whom it has to know: {@code customer_id}
     * @param rules what it is to be asked
     * @return some of them at least; empty where it knew nobody of them, or cannot be asked
     */
    Optional<Population> seenWith(Cause changed, Relation people, List<Rule> rules, Progress progress);
}
