package corymb.remote;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;

/** What can stand in the way on this side. */
final class RemoteProblems {
    private RemoteProblems() {}

    static Failure unwritten(IOException cause) {
        return new Failure(
                new Problem(
                        "What was fetched cannot be kept.",
                        String.valueOf(System.getProperty("java.io.tmpdir")),
                        "Check that the folder for temporary files is there and has room."),
                cause);
    }
}
