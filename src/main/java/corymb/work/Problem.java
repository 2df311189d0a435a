package corymb.work;

/**
 * An expected failure, worded for the person who meets it.
 *
 * @param what what happened, one sentence
 * @param where the file, row, column or field it happened at; empty when {@code what} already says
 * @param remedy what to do about it, one sentence
 */
public record Problem(String what, String where, String remedy) {
    /** The problem in one line, for the command line and the log. */
    public String line() {
        var place = where.isEmpty() ? "" : " (" + where + ")";
        return what + place + (remedy.isEmpty() ? "" : " " + remedy);
    }

    /** The problem as an exception, to leave a computation that cannot go on. */
    public Failure asFailure() {
        return new Failure(this);
    }
}
