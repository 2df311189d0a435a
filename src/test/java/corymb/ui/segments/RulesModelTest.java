package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.project.Made;
import corymb.project.RuleTaking.Clash;
import corymb.project.RuleTaking.Doing;
import corymb.segment.SharedRule;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases 43 made five and 42 six; every third is of each country. */
class RulesModelTest {
    private static final SharedRule REGULARS = new SharedRule("Regulars", "frequency >= 5");
    private static final SharedRule OF_THEM =
            new SharedRule("Germans of them", "in segment \"Regulars\" and country = \"DE\"");
    private static final SharedRule UNFIT = new SharedRule("Big feet", "shoe_size > 45");

    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        session.show(FilledProject.create(folder));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<String> names() {
        return session.project().segments().stream()
                .map(Made::value)
                .map(segment -> segment.name())
                .toList();
    }

    @Test
    void takesNothingWhileOneDoesNotFitAndAllInOneStepOnceItIsLeftOut() {
        var model = new RulesModel(session, List.of(OF_THEM, REGULARS, UNFIT));
        assertThat(model.takingProperty().get().orElseThrow().fits()).isFalse();
        assertThat(model.line(UNFIT).orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("shoe_size"));
        model.take(() -> {});
        assertThat(model.endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(names()).isEmpty();
        assertThat(model.misfits()).containsExactly(UNFIT);
        model.choose(UNFIT, false);
        assertThat(model.misfits()).isEmpty();
        assertThat(model.line(UNFIT)).isEmpty();
        model.take(() -> {});
        assertThat(names()).containsExactlyInAnyOrder("Regulars", "Germans of them");
        assertThat(session.project().segment("Regulars").orElseThrow().value().count())
                .isEqualTo(85);
        session.undo(_ -> {});
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsDecidedBeforeAnythingIsTaken() {
        new RulesModel(session, List.of(new SharedRule("Regulars", "frequency >= 6"))).take(() -> {});
        var model = new RulesModel(session, List.of(REGULARS, OF_THEM));
        assertThat(model.hasClashes()).isTrue();
        assertThat(model.line(REGULARS).orElseThrow().name()).isEqualTo("Regulars 2");
        assertThat(model.words(model.line(OF_THEM).orElseThrow())).contains("Regulars 2");
        model.clashProperty().set(Clash.SKIP);
        assertThat(model.line(REGULARS).orElseThrow().doing()).isEqualTo(Doing.SKIPPED);
        model.clashProperty().set(Clash.REPLACE);
        model.take(() -> {});
        assertThat(session.project().segment("Regulars").orElseThrow().value().count())
                .isEqualTo(85);
    }

    @Test
    void writtenRulesAreReadAgain() {
        new RulesModel(session, List.of(REGULARS, OF_THEM)).take(() -> {});
        var file = folder.resolve("rules.json");
        RulesModel.write(session, file, outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        var read = new ArrayList<SharedRule>();
        RulesModel.read(session, file, outcome -> {
            if (outcome instanceof Outcome.Done<List<SharedRule>>(var rules)) {
                read.addAll(rules);
            }
        });
        assertThat(read).containsExactly(REGULARS, OF_THEM);
    }
}
