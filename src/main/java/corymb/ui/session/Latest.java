package corymb.ui.session;

import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.function.Consumer;

/** Asks in the background; only the answer to the latest question is told, and what was asked before is given up. */
public final class Latest {
    private final Session session;
    private JobRunner.Running running = () -> {};
    private long question;

    public Latest(Session session) {
        this.session = session;
    }

    public <T> void ask(String title, Session.Reading<T> reading, Consumer<Outcome<T>> whenEnded) {
        ask(title, reading, whenEnded, _ -> {});
    }

    /**
     * Asks what has to be cleared away.
     *
     * @param whenLate is given what came of it where nobody waits for it any more
     */
    public <T> void ask(
            String title, Session.Reading<T> reading, Consumer<Outcome<T>> whenEnded, Consumer<T> whenLate) {
        forget();
        long asked = question;
        running = session.<T>read(title, reading, outcome -> {
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
