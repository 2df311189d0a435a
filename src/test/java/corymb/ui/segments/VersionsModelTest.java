package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.project.Made;
import corymb.segment.Segment;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases 43 made three, 43 four, 43 five and 42 six. */
class VersionsModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final ObjectProperty<Optional<Made<Segment>>> chosen = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private VersionsModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Others", "frequency < 5");
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Regulars", "frequency >= 3 and frequency < 6");
        session.show(file);
        model = new VersionsModel(session, chosen);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void choose(String name) {
        chosen.set(session.project().segment(name));
    }

    private long shown() {
        return model.people().rowsProperty().get().orElseThrow().rows();
    }

    @Test
    void tellsWhatAnEditDidAndOpensWhomItMoved() {
        choose("Regulars");
        var versions = model.versionsProperty().get();
        // Saved again by the same rule, it got no version.
        assertThat(versions).hasSize(2);
        var edit = versions.getLast();
        assertThat(model.words(versions.getFirst())).singleElement().asString().contains("at least 5");
        assertThat(model.words(edit)).hasSize(2);
        assertThat(model.words(edit).getFirst()).startsWith("Changed:").contains("at least 5", "at least 3");
        assertThat(model.words(edit).getLast()).startsWith("Added: and").contains("less than 6");
        assertThat(edit.moved().entered()).isEqualTo(86);
        model.open(edit, true);
        assertThat(shown()).isEqualTo(86);
        model.open(edit, false);
        assertThat(shown()).isEqualTo(42);
    }

    @Test
    void anEarlierRuleIsRestoredAsANewVersionAndUndone() {
        choose("Regulars");
        model.restore(model.versionsProperty().get().getFirst());
        choose("Regulars");
        assertThat(chosen.get().orElseThrow().value().plan().ruleText()).isEqualTo("frequency >= 5");
        assertThat(model.versionsProperty().get()).hasSize(3);
        assertThat(model.versionsProperty().get().getLast().moved().left()).isEqualTo(86);
        session.undo(_ -> {});
        choose("Regulars");
        assertThat(model.versionsProperty().get()).hasSize(2);
    }

    @Test
    void aRuleThatWasNeverEditedHasNoList() {
        choose("Others");
        assertThat(model.versionsProperty().get()).isEmpty();
    }
}
