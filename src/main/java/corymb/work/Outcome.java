package corymb.work;

/** How a job ended: there are four ways and a caller must meet them all. */
public sealed interface Outcome<T> {
    /** It reached its end. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Something expected stood in the way; the person can do something about it. */
    record Failed<T>(Problem problem) implements Outcome<T> {}

    /** Something unexpected happened: a defect of ours. */
    record Broken<T>(Throwable cause) implements Outcome<T> {}

    /** The person asked to stop. */
    record Cancelled<T>() implements Outcome<T> {}
}
