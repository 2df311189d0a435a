package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionsModelTest extends OfChosenSegment {
    private VersionsModel model;

    @BeforeEach
    void open() {
        var file = regulars();
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Regulars", "frequency >= 3 and frequency < 6");
        session.show(file);
        model = new VersionsModel(session, chosen);
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
        assertThat(shown(model.people())).isEqualTo(86);
        model.open(edit, false);
        assertThat(shown(model.people())).isEqualTo(42);
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
