package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.Role;
import corymb.project.Change.Judged;
import corymb.quality.Expectation;
import corymb.quality.QualityReport;
import corymb.quality.StatedCheck;
import corymb.quality.StatedChecks;
import corymb.repair.Repair;
import corymb.repair.RepairList;
import corymb.repair.RepairStep;
import corymb.repair.TextRepair;
import corymb.sql.Sql;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged of the sources that a step concerns is what a judgement of all says. */
class JudgingTest {
    @TempDir
    private Path folder;

    private ProjectFile file;
    private Journey journey;

    @BeforeEach
    void open() {
        file = FilledProject.create(folder);
        FilledProject.addConsents(file);
        journey = new Journey(file, FilledProject.CLOCK);
        journey.take(Journey::assessQuality, Progress.NONE);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Project project() {
        return file.history().present();
    }

    private void take(Journey.Step step) {
        journey.take((steps, progress) -> steps.judged(step, progress), Progress.NONE);
    }

    private void repair(String source, Repair repair) {
        var list = new RepairList(List.of(new RepairStep(repair, true)));
        take((steps, progress) -> steps.repairs().mend(source, list, "a repair", progress));
    }

    private void state(StatedChecks checks) {
        take((steps, _) -> steps.checks().state(checks, "checks"));
    }

    private QualityReport report() {
        return project().quality().orElseThrow().value();
    }

    private void assertThatAllIsJudgedAlike() {
        var whole = new Judging(file.engine(), FilledProject.CLOCK).whole(project(), Progress.NONE);
        assertThat(report()).isEqualTo(whole);
        assertThat(Lineage.stale(project()))
                .doesNotContain(project().quality().orElseThrow().id());
    }

    @Test
    void aRepairOfCustomersThatLeavesTheirKeys() {
        repair("crm", new TextRepair.Casing(List.of("country"), TextRepair.Letters.LOWER));
        assertThatAllIsJudgedAlike();
    }

    @Test
    void aRepairOfKeysThatOthersReferTo() {
        var before = report();
        repair("crm", new TextRepair.Casing(List.of("id"), TextRepair.Letters.LOWER));
        assertThatAllIsJudgedAlike();
        assertThat(report().sources().get(1)).isNotEqualTo(before.sources().get(1));
    }

    @Test
    void checksOfOneSourceAndWhatTheyReferTo() {
        var before = report();
        state(StatedChecks.NONE
                .and(StatedCheck.of("orders", new Expectation.References("type", "crm", "country")))
                .and(StatedCheck.of("consents", new Expectation.Required("purpose"))));
        assertThatAllIsJudgedAlike();
        assertThat(report().sources()).contains(before.sources().getFirst());
        repair("crm", new TextRepair.Casing(List.of("country"), TextRepair.Letters.LOWER));
        assertThatAllIsJudgedAlike();
    }

    /** What happened is not compared among sources, as people and items are. */
    @Test
    void aRepairOfEventsBesideOthers() {
        FilledProject.source(
                file,
                "visits",
                Role.EVENTS,
                Sql.of(
                        "select 'C0001' as customer_id, timestamp '2026-01-01' as timestamp, 'view' as type, 1.0 as value"));
        journey.take(Journey::assessQuality, Progress.NONE);
        var before = report();
        repair("orders", new TextRepair.Casing(List.of("type"), TextRepair.Letters.UPPER));
        assertThatAllIsJudgedAlike();
        assertThat(report().sources()).contains(before.sources().getLast());
    }

    @Test
    void aStepThatIsCancelledLeavesNothingInMemory() {
        var list = new RepairList(
                List.of(new RepairStep(new TextRepair.Casing(List.of("id"), TextRepair.Letters.LOWER), true)));
        assertThatCancelledLeavesNothing((steps, progress) ->
                steps.judged((inner, part) -> inner.repairs().mend("crm", list, "a repair", part), progress));
        assertThatCancelledLeavesNothing(Journey::resolveCustomers);
        journey.take(Journey::resolveCustomers, Progress.NONE);
        var features = journey.standardFeatures(Progress.NONE);
        assertThatCancelledLeavesNothing((steps, progress) -> steps.computeFeatures(features, progress));
    }

    private void assertThatCancelledLeavesNothing(Journey.Step step) {
        var reports = new ArrayList<String>();
        long before = tables();
        file.discard(step.compute(journey, new JobProgress((_, words) -> reports.add(words))));
        assertThat(tables()).isEqualTo(before);
        assertThat(reports).isNotEmpty();
        for (int i = 0; i < reports.size(); i++) {
            int at = i;
            var seen = new AtomicInteger();
            var progress = new JobProgress[1];
            progress[0] = new JobProgress((_, _) -> {
                if (seen.getAndIncrement() == at) {
                    progress[0].cancel();
                }
            });
            assertThatThrownBy(() -> {
                        journey.take(step, progress[0]);
                    })
                    .as(reports.get(at))
                    .isInstanceOf(CancellationException.class);
            assertThat(tables()).as(reports.get(at)).isEqualTo(before);
        }
    }

    private long tables() {
        return (long) file.engine().number(Sql.of("select count(*) from information_schema.tables"), Progress.NONE);
    }

    @Test
    void aStepAndItsJudgementAreUndoneAsOne() {
        var before = project();
        repair("crm", new TextRepair.Casing(List.of("country"), TextRepair.Letters.LOWER));
        assertThat(file.history().past().getLast().change()).isInstanceOf(Judged.class);
        file.undo(Progress.NONE);
        assertThat(project()).isEqualTo(before);
    }

    @Test
    void aJudgementThatNoLongerHeldIsMadeAnew() {
        journey.take(
                (steps, progress) -> steps.repairs()
                        .mend(
                                "consents",
                                new RepairList(List.of(new RepairStep(
                                        new TextRepair.Casing(List.of("status"), TextRepair.Letters.UPPER), true))),
                                "a repair",
                                progress),
                Progress.NONE);
        state(StatedChecks.NONE.and(StatedCheck.of("consents", new Expectation.Required("purpose"))));
        assertThatAllIsJudgedAlike();
    }
}
