package corymb.work;

import java.util.concurrent.CancellationException;

/**
 * A named computation that may be run away from the user interface.
 *
 * @param title what the jobs bar shows, such as "Finding clusters"
 * @param body the computation
 */
public record Job<T>(String title, Body<T> body) {
    /** Runs the body on this thread and turns whatever comes of it into an outcome. */
    public Outcome<T> run(Progress progress) {
        try {
            return new Outcome.Done<>(body.run(progress));
        } catch (CancellationException _) {
            return new Outcome.Cancelled<>();
        } catch (Failure failure) {
            return new Outcome.Failed<>(failure.problem());
        } catch (OutOfMemoryError _) {
            return new Outcome.Failed<>(new Problem(
                    "This needs more memory than Corymb may use.",
                    title,
                    "Close other programs or choose less data, then try again."));
        } catch (Exception | StackOverflowError | LinkageError e) {
            return progress.isCancelled() ? new Outcome.Cancelled<>() : new Outcome.Broken<>(e);
        }
    }

    /** The work itself. */
    @FunctionalInterface
    public interface Body<T> {
        T run(Progress progress) throws Exception;
    }
}
