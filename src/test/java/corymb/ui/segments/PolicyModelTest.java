package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.segment.Policy;
import corymb.segment.PolicyEffect;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.segments.PolicyModel.Kind;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    private PolicyModel model;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        session.show(file);
        model = new PolicyModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<Long> after() {
        return model.effectProperty().get().orElseThrow().lines().stream()
                .map(PolicyEffect.Line::after)
                .toList();
    }

    @Test
    void whatAPolicyDoesIsSeenBeforeItIsTaken() {
        // i mod 7 in {5, 6}: 85 of 300; i mod 3 = 2: 100; both: 29.
        assertThat(after()).containsExactly(85L, 71L);
        assertThat(model.moves("Swiss")).isEqualTo("29 to Regulars");
        model.raise("Swiss", 1);
        assertThat(model.orderProperty().get()).containsExactly("Swiss", "Regulars");
        assertThat(after()).containsExactly(100L, 56L);
        model.drop("Regulars", "Swiss");
        assertThat(after()).containsExactly(85L, 71L);
        model.raise("Regulars", 5);
        assertThat(model.orderProperty().get()).containsExactly("Regulars", "Swiss");
        model.kindProperty().set(Kind.MANY);
        assertThat(after()).containsExactly(85L, 100L);
        assertThat(session.project().policy()).isEmpty();
    }

    @Test
    void aPolicyIsTakenAndTakenBack() {
        model.drop("Swiss", "Regulars");
        model.take();
        assertThat(session.project().policy()).contains(new Policy.Priority(List.of("Swiss", "Regulars")));
        assertThat(model.takenInWords()).isEqualTo("The first of Swiss › Regulars");
        assertThat(new PolicyModel(session).chosen()).isEqualTo(model.chosen());
        session.undo(_ -> {});
        assertThat(model.takenProperty().get()).isEmpty();
        model.take();
        model.takeNone();
        assertThat(model.takenProperty().get()).isEmpty();
    }

    @Test
    void thoseWhoAreNotClearAreListed() {
        model.review();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(29);
        model.kindProperty().set(Kind.SCORE);
        // Without anything to score by, nobody is clear; by one feature alone, whoever has it is.
        assertThat(model.effectProperty().get().orElseThrow().unclear()).isEqualTo(29);
        model.score("Swiss", "monetary");
        assertThat(model.effectProperty().get().orElseThrow().unclear()).isZero();
        assertThat(after()).containsExactly(56L, 100L);
        model.open(model.effectProperty().get().orElseThrow().conflicts().getFirst());
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(29);
    }

    @Test
    void ofSegmentsThatNothingScoresTheFirstInOrderTakes() {
        model.kindProperty().set(Kind.SCORE);
        model.raise("Swiss", 1);
        assertThat(after()).containsExactly(100L, 56L);
        assertThat(model.decides()).isFalse();
        model.review();
        assertThat(model.people().rowsProperty().get().orElseThrow().schema().names())
                .startsWith("customer_id", "Belongs to", "Otherwise to", "Segments", "Score, 0 to 1", "Next score");
        model.kindProperty().set(Kind.MANY);
        model.review();
        assertThat(model.people().rowsProperty().get().orElseThrow().schema().names())
                .startsWith("customer_id", "In", "And in", "Segments")
                .doesNotContain("Score, 0 to 1");
    }

    @Test
    void howNearScoresAreThatAreNotClearIsChosen() {
        model.kindProperty().set(Kind.SCORE);
        model.score("Swiss", "monetary");
        model.score("Regulars", "recency_days");
        model.marginProperty().set(1);
        // No two shares differ by more than 1, so that of the 29 in both nobody is clear.
        assertThat(model.effectProperty().get().orElseThrow().unclear()).isEqualTo(29);
        assertThat(model.chosen())
                .isEqualTo(new Policy.ByScore(
                        List.of(new Policy.Score("Regulars", "recency_days"), new Policy.Score("Swiss", "monetary")),
                        1));
        model.take();
        assertThat(new PolicyModel(session).marginProperty().get()).isEqualTo(1);
    }
}
