package corymb.world;

import corymb.world.Draft.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files that say what is really so: whose each record is and every error that was planted. */
final class Truth implements Closeable {
    private final Sheet people;
    private final Sheet errors;

    Truth(Path folder) throws IOException {
        people = new Sheet(folder.resolve("people.csv"), List.of("person", "source", "line", "record_id"));
        errors = new Sheet(
                folder.resolve("errors.csv"),
                List.of("file", "line", "record_id", "column", "kind", "found", "true_value"));
    }

    void belongs(Person person, Place record) {
        people.row(List.of(person.id(), record.file(), Long.toString(record.line()), record.id()));
    }

    void planted(Place record, Fault fault) {
        errors.row(List.of(
                record.file(),
                Long.toString(record.line()),
                record.id(),
                fault.column(),
                fault.kind(),
                fault.found(),
                fault.right()));
    }

    @Override
    public void close() throws IOException {
        try (people) {
            errors.close();
        }
    }

    /** Where a record stands: its file, its line and the id it has or should have. */
    record Place(String file, long line, String id) {}
}
