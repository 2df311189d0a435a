package corymb.work;

import java.io.Serial;

/** Carries an expected {@link Problem} out of a computation, to the edge of its job where it becomes {@link Outcome.Failed}. */
public final class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Failure(Problem problem) {
        super(problem.line());
        this.problem = problem;
    }

    public Failure(Problem problem, Throwable cause) {
        super(problem.line(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
