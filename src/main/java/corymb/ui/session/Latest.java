package corymb.ui.session;

import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks in the background; only the answer to the latest question is told, and what was asked before is given up. */
public final class Latest {
    private JobRunner.Running running = () -> {};
    private long question;

    /** Asks what a project is read for. */
    public <T> void ask(Session session, String title, Session.Reading<T> reading, Consumer<Outcome<T>> whenEnded) {
        ask(session, title, reading, whenEnded, _ -> {});
    }

    /**
     * Asks what has to be cleared away.
     *
     * @param whenLate is given what came of it where nobody waits for it any more
     */
    public <T> void ask(
            Session session,
            String title,
            Session.Reading<T> reading,
            Consumer<Outcome<T>> whenEnded,
            Consumer<T> whenLate) {
        ask(ended -> session.read(title, reading, ended), whenEnded, whenLate);
    }

    /**
     * Asks anything.
     *
     * @param start begins, and tells how it ended
     */
    public <T> void ask(Function<Consumer<Outcome<T>>, JobRunner.Running> start, Consumer<Outcome<T>> whenEnded) {
        ask(start, whenEnded, _ -> {});
    }

    <T> void ask(
            Function<Consumer<Outcome<T>>, JobRunner.Running> start,
            Consumer<Outcome<T>> whenEnded,
            Consumer<T> whenLate) {
        forget();
        long asked = question;
        running = start.apply(outcome -> {
            if (asked == question) {
                whenEnded.accept(outcome);
            } else if (outcome instanceof Outcome.Done<T>(var late)) {
                whenLate.accept(late);
            }
        });
    }

    /** Takes no further answer to what was asked so far. */
    public void forget() {
        question++;
        running.cancel();
    }
}
