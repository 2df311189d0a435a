package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.rule.RuleText;
import corymb.segment.SegmentAlgebra.Joining;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombineModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private CombineModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        session.show(file);
        model = new CombineModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private long count() {
        return model.people().rowsProperty().get().orElseThrow().rows();
    }

    @Test
    void segmentsAreJoinedOneAfterAnother() {
        // i mod 7 in {5, 6}: 85 of 300; i mod 3 = 2: 100; both: 29.
        model.add("Regulars");
        assertThat(count()).isEqualTo(85);
        model.joiningProperty().set(Joining.MINUS);
        model.add("Swiss");
        assertThat(count()).isEqualTo(56);
        assertThat(model.countProperty().getValue()).startsWith("56 of 300");
        model.removeLast();
        model.joiningProperty().set(Joining.OR);
        model.add("Swiss");
        assertThat(count()).isEqualTo(156);
        assertThat(model.words()).isEqualTo("“Regulars” or “Swiss”");
        model.clear();
        assertThat(model.algebraProperty().get()).isEmpty();
        assertThat(model.countProperty().getValue()).isEmpty();
    }

    @Test
    void aSegmentDroppedOnAnotherIsKeptByItsRule() {
        model.joiningProperty().set(Joining.MINUS);
        model.drop("Regulars", "Swiss");
        model.people().makeSegment("Swiss newcomers", _ -> {});
        var made = session.project().segment("Swiss newcomers").orElseThrow().value();
        assertThat(made.count()).isEqualTo(71);
        assertThat(RuleText.of(made.plan().rule())).isEqualTo("in segment \"Swiss\" and not in segment \"Regulars\"");
    }

    @Test
    void whatRestsOnASegmentThatIsGoneIsGone() {
        model.add("Swiss");
        session.take("", (journey, _) -> journey.segments().remove("Swiss"), _ -> {});
        assertThat(model.algebraProperty().get()).isEmpty();
        assertThat(model.namesProperty().get()).containsExactly("Regulars");
    }
}
