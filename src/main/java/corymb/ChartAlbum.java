package corymb;

import corymb.cli.Album;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;

/** The charts of the pages, as pictures in a folder. */
final class ChartAlbum implements Album {
    @Override
    public List<Path> draw(ProjectFile file, Path folder, Progress progress) {
        return List.of();
    }
}
