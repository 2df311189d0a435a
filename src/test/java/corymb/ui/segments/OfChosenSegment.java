package corymb.ui.segments;

import corymb.project.FilledProject;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.segment.Segment;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the history of a chosen segment begin with: of 300 customers with i mod 7 purchases 43 made three, 43 four, 43 five and 42 six. */
abstract class OfChosenSegment {
    final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    final ObjectProperty<Optional<Made<Segment>>> chosen = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    /** A project with those who bought often and the others. */
    final ProjectFile regulars() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Others", "frequency < 5");
        return file;
    }

    @AfterEach
    void close() {
        session.close();
    }

    final void choose(String name) {
        chosen.set(session.project().segment(name));
    }

    static long shown(PeopleModel people) {
        return people.rowsProperty().get().orElseThrow().rows();
    }
}
