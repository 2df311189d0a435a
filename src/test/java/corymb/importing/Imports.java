package corymb.importing;

import corymb.sql.DuckDbEngine;
import corymb.table.Table;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Imports files the way a person would who accepts every proposal. */
final class Imports {
    private Imports() {}

    static Source file(DuckDbEngine engine, Path file, Role role) {
        return FileImport.run(engine, plan(file, role), "source_1", Progress.NONE);
    }

    static ImportPlan plan(Path file, Role role) {
        var detected = FileDetection.detect(file, Progress.NONE);
        return ImportPlan.of("test", role, detected, MappingProposal.propose(detected, role));
    }

    /** A column of a table as texts, from top to bottom. */
    static List<String> column(Table table, String name) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, name))
                .toList();
    }

    static Path write(Path folder, String name, String text) {
        return write(folder, name, text, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
