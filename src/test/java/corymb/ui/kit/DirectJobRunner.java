package corymb.ui.kit;

import corymb.work.Job;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.util.function.Consumer;

/** Runs jobs on the spot, for tests of models. */
public final class DirectJobRunner implements JobRunner {
    @Override
    public <T> Running start(Job<T> job, Consumer<Outcome<T>> whenEnded) {
        whenEnded.accept(job.run(Progress.NONE));
        return () -> {};
    }
}
