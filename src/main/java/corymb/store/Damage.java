package corymb.store;

import corymb.work.Problem;
import java.nio.file.Path;

/** Words for a damaged project file. */
final class Damage {
    private static final String WHAT = "The project file is damaged.";

    private Damage() {}

    static Problem of(String where) {
        return new Problem(WHAT, where, "Restore it from a copy; this file was not changed.");
    }

    /** Whether what keeps a file from being opened lies in its bytes. */
    static boolean isOfBytes(Problem problem) {
        return problem.what().equals(WHAT) || problem.what().equals(FileInspection.NO_PROJECT);
    }

    /** The problem; of a damaged file with the way to its newest backup, where there is one. */
    static Problem withBackup(Problem problem, Path project) {
        return Backups.of(project)
                .newest()
                .filter(_ -> problem.what().equals(WHAT))
                .map(backup -> new Problem(problem.what(), problem.where(), "Open the newest backup: " + backup + "."))
                .orElse(problem);
    }
}
