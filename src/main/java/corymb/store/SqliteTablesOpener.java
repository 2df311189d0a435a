package corymb.store;

import corymb.importing.TableFile;
import corymb.work.Progress;
import java.nio.file.Path;

/** Opens SQLite databases to import from; found as a service. */
public final class SqliteTablesOpener implements TableFile.Opener {
    @Override
    public TableFile open(Path file, Progress progress) {
        return SqliteTables.open(file, progress);
    }
}
