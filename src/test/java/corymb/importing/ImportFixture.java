package corymb.importing;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine and a folder for tests that import the files they write. */
abstract class ImportFixture {
    final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    final void close() {
        engine.close();
    }

    final Source imported(String text, Role role) {
        return Imports.file(engine, Imports.write(folder, "file.csv", text), role);
    }

    final Table query(String sql) {
        return engine.table(Sql.of(sql), Progress.NONE);
    }
}
