package corymb.ui.session;

import corymb.rule.Rule;
import corymb.segment.GroupOrigin;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import java.util.Optional;

/**
 * Some of the customers, such as those behind a bar.
 *
 * @param title who they are, in words
 * @param rows a query for their rows, with a column {@code customer_id}
 * @param rule what they have in common; where no rule says it, a segment of them is a list of them
 * @param name what a segment of them could be called
 * @param clustering the name of the clustering that the rule asks about; empty when it asks about none
 * @param origin the group that the rule tells, where it was made of one
 * @param within what they were clicked in, in words, where the title does not say it
 */
public record People(
        String title,
        Sql rows,
        Optional<Rule> rule,
        String name,
        String clustering,
        Optional<GroupOrigin> origin,
        String within) {
    public People(String title, Sql rows, Optional<Rule> rule, String name, String clustering) {
        this(title, rows, rule, name, clustering, Optional.empty(), "");
    }

    public People(String title, Sql rows, Rule rule) {
        this(title, rows, Optional.of(rule), title, "");
    }

    /** People whom nothing describes but that they stand in these rows. */
    public static People listed(String title, Sql rows) {
        return new People(title, rows, Optional.empty(), title, "");
    }

    /** The same people, found by the rule of a group. */
    public People of(GroupOrigin group) {
        return new People(title, rows, rule, name, clustering, Optional.of(group), within);
    }

    /** The same people, clicked in something. */
    public People within(String what) {
        return new People(title, rows, rule, name, clustering, origin, what);
    }

    /** Who they are and what they were clicked in. */
    String whole() {
        return within.isEmpty() ? title : Texts.of("people.within", title, within);
    }
}
