package corymb.segment;

/** Why somebody came into a segment or left it. */
public enum Cause {
    /** They were no customers before. */
    ARRIVED,
    /** What is known of them changed. */
    DATA,
    /** Nothing had to change but the moment that the rule looks back from. */
    TIME,
    /** The days of the project are those of another time zone. */
    ZONE,
    /** A segment or the groups that the rule asks for changed. */
    ASKED,
    /** The rule was edited. */
    RULE,
    /** Their id was an e-mail address, which another customer has now. */
    MERGED,
    /** They are no customers any more: their rows were taken out or erased. */
    GONE
}
