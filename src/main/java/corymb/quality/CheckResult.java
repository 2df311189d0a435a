package corymb.quality;

import corymb.stats.Share;

/**
 * What a stated check came to.
 *
 * @param check what was asked
 * @param verdict whether it passed
 * @param failed how many rows failed; all of them where the source as a whole did
 * @param rows how many rows were asked
 * @param message the same in one sentence or two
 */
public record CheckResult(StatedCheck check, Verdict verdict, long failed, long rows, String message) {
    /** How a check ended. */
    public enum Verdict {
        PASSED,
        /** Some rows failed, but not more than may. */
        WITHIN_TOLERANCE,
        FAILED,
        /** It does not fit the source any more, for want of a column for example, and counts as failed. */
        NOT_RUN
    }

    public boolean isPassed() {
        return verdict == Verdict.PASSED || verdict == Verdict.WITHIN_TOLERANCE;
    }

    static Verdict verdict(StatedCheck check, long failed, long rows) {
        if (failed == 0) {
            return Verdict.PASSED;
        }
        return Share.of(failed, rows).compareTo(check.tolerance()) <= 0 ? Verdict.WITHIN_TOLERANCE : Verdict.FAILED;
    }
}
