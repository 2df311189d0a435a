package corymb.ui.segments;

import java.util.Optional;

/** What shows a part of a rule and lets it be changed. */
sealed interface PartBox permits ConditionRow, GroupBox {
    /** The part as it stands; empty while it is about nothing. */
    Optional<Part> part();
}
