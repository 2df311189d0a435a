package corymb.segment;

/**
 * How well a rule tells a group.
 *
 * @param precision the part of those the rule holds for who are in the group, 0 to 1
 * @param recall the part of the group that the rule holds for, 0 to 1
 */
public record GroupFit(double precision, double recall) {
    private static final double SLIPPED = 0.05;

    /** Whether the rule tells the group noticeably worse than it did. */
    public boolean isWorseThan(GroupFit then) {
        return then.precision - precision > SLIPPED || then.recall - recall > SLIPPED;
    }
}
