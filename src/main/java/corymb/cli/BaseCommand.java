package corymb.cli;

import corymb.clustering.DistillationPlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.ProjectFiles;
import corymb.stats.Seed;
import corymb.work.Interruption;
import corymb.work.Job;
import corymb.work.JobProgress;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has in common: its options, its four ways to end, and how it prints. */
abstract class BaseCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document instead of words.")
    private boolean json;

    @Option(names = "--seed", defaultValue = "1", description = "The seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    BaseCommand() {
        this.spec = CommandSpec.create();
    }

    /** Does the work and tells of it. */
    abstract Reply run(Progress progress) throws Exception;

    @Override
    public final Integer call() {
        var terminal = desk().terminal();
        var bar = new ProgressBar(terminal);
        var progress = new JobProgress(bar);
        long start = System.nanoTime();
        Outcome<Reply> outcome;
        int status;
        // The process may end as soon as the interruption is over, so all is said before.
        try (var interruption = Interruption.cancelling(progress)) {
            outcome = new Job<Reply>(spec.name(), this::run).run(progress);
            bar.clear();
            status = tell(outcome, (System.nanoTime() - start) / 1e9);
            if (status == DONE) {
                interruption.missed(DONE);
            }
        }
        if (status == DONE && outcome instanceof Outcome.Done(var reply)) {
            reply.afterwards().run();
        }
        return status;
    }

    private int tell(Outcome<Reply> outcome, double seconds) {
        return switch (outcome) {
            case Outcome.Done(var reply) -> print(reply, seconds);
            case Outcome.Failed(var problem) -> complain(problem.line(), FAILED);
            case Outcome.Cancelled() -> complain("Interrupted; the project is as it was before.", INTERRUPTED);
            case Outcome.Broken(ParameterException wrong) -> throw wrong;
            case Outcome.Broken(var cause) -> complain("Corymb met a defect of its own: " + cause, FAILED);
        };
    }

    private int print(Reply reply, double seconds) {
        reply.key("seconds", BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP));
        var terminal = desk().terminal();
        if (json) {
            terminal.out().writeBytes(Json.write(reply.keys()));
        } else {
            (reply.hasFailed() && reply.why().isEmpty() ? terminal.messages() : terminal.out()).print(reply.words());
        }
        if (terminal.out().checkError()) {
            return complain("The result cannot be written: the standard output is closed or full.", FAILED);
        }
        return reply.why().map(problem -> complain(problem.line(), FAILED)).orElse(reply.hasFailed() ? FAILED : DONE);
    }

    private int complain(String line, int status) {
        desk().terminal().messages().println(line.replaceAll("\\s*\\R\\s*", " "));
        return status;
    }

    /** Says that the command was called wrongly, which is no failure of its work. */
    ParameterException wrongUsage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    Seed seed() {
        return new Seed(seed);
    }

    /** How groups are put into rules of so many questions in a row. */
    DistillationPlan distillation(int depth) {
        if (depth < 1 || depth > DistillationPlan.DEEPEST) {
            throw wrongUsage(
                    "A rule asks 1 to " + DistillationPlan.DEEPEST + " questions in a row, not " + depth + ".");
        }
        return new DistillationPlan(depth, seed());
    }

    CommandDesk desk() {
        return (CommandDesk) spec.root().userObject();
    }

    ProjectFiles files() {
        return desk().files();
    }

    Clock clock() {
        return desk().clock();
    }

    CommandSpec spec() {
        return spec;
    }

    /** Opens a project, uses it, and closes it whatever comes; where the use fails or is interrupted, none of its steps stay. */
    <T> T with(Path project, Progress progress, Use<T> use) throws Exception {
        try (var file = files().open(project, progress.between(0, 0.1))) {
            int steps = file.history().past().size();
            try {
                return use.apply(file, new Journey(file, clock()), progress.between(0.1, 1));
            } catch (Exception | OutOfMemoryError | StackOverflowError e) {
                takeBack(file, steps, e);
                throw e;
            }
        }
    }

    private static void takeBack(ProjectFile file, int steps, Throwable cause) {
        try {
            for (int taken = file.history().past().size(); taken > steps; taken--) {
                file.undo(Progress.NONE);
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** The use of an open project. */
    @FunctionalInterface
    interface Use<T> {
        T apply(ProjectFile file, Journey journey, Progress progress) throws Exception;
    }
}
