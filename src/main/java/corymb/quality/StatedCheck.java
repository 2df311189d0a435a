package corymb.quality;

import corymb.stats.Share;

/**
 * A check that a person stated for a source.
 *
 * @param id unique among the checks of its project, from 1
 * @param source the name of the source, which need not be there
 * @param expectation what is expected
 * @param severity how much it matters when it fails: warning or error
 * @param tolerance the share of rows that may fail it; for an expectation of the source as a whole it plays no part
 * @param note why it is there, in the person's words; may be empty
 * @param isOn whether it is run
 */
public record StatedCheck(
        long id,
        String source,
        Expectation expectation,
        Severity severity,
        Share tolerance,
        String note,
        boolean isOn) {
    private static final int LONGEST_NOTE = 1_000;

    public StatedCheck {
        if (severity == Severity.NOTE) {
            throw new IllegalArgumentException("A check that fails is a warning or an error");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has at most " + LONGEST_NOTE + " characters");
        }
    }

    /** A check that is on, an error and without tolerance; it has no id yet. */
    public static StatedCheck of(String source, Expectation expectation) {
        return new StatedCheck(0, source, expectation, Severity.ERROR, new Share(0), "", true);
    }

    public StatedCheck withId(long newId) {
        return new StatedCheck(newId, source, expectation, severity, tolerance, note, isOn);
    }

    public StatedCheck withSeverity(Severity other, Share otherTolerance) {
        return new StatedCheck(id, source, expectation, other, otherTolerance, note, isOn);
    }

    public StatedCheck withNote(String other) {
        return new StatedCheck(id, source, expectation, severity, tolerance, other, isOn);
    }

    public StatedCheck switched(boolean on) {
        return new StatedCheck(id, source, expectation, severity, tolerance, note, on);
    }

    /** What is expected, in words, without a full stop. */
    public String sentence() {
        return ExpectationWords.of(expectation);
    }
}
