package corymb.ui.session;

import corymb.project.ProjectFile;
import corymb.project.SampleJourney;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The project to try things out in.
 *
 * @param path where it is kept once it has been made
 * @param filling what makes it
 */
public record Sample(Path path, Filling filling) {
    /** The one that comes with the program. */
    public static Sample at(Path path) {
        return new Sample(path, SampleJourney::run);
    }

    /** Takes the steps of a project in an empty file. */
    @FunctionalInterface
    public interface Filling {
        void fill(ProjectFile file, Clock clock, Progress progress);
    }
}
