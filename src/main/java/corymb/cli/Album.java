package corymb.cli;

import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;

/** Draws the charts of a project that its pages show. */
@FunctionalInterface
public interface Album {
    /** Writes every chart as a picture into a folder and tells which files it wrote. */
    List<Path> draw(ProjectFile file, Path folder, Progress progress);
}
