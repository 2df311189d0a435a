package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;

/** What was known when segments were found before, to be looked at from the moment of now. */
@FunctionalInterface
public interface Known {
    /**
     * Looks at it as if nothing had come in since.
     *
     * @param people whom it has to know: {@code customer_id}
     * @param rules what it is to be asked
     * @return some of them at least; empty where it knew nobody of them
     */
    Optional<Population> seenFromNow(Relation people, List<Rule> rules, Progress progress);
}
