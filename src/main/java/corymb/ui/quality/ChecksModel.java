package corymb.ui.quality;

import corymb.importing.Source;
import corymb.project.History;
import corymb.project.Made;
import corymb.quality.Check;
import corymb.quality.CheckResult;
import corymb.quality.ProposedChecks.Proposal;
import corymb.quality.SourceQuality;
import corymb.quality.StatedCheck;
import corymb.quality.StatedChecks;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is expected of the source that is looked at closely, how it stands, and what a person can do about it. */
public final class ChecksModel {
    private final Session session;
    private final QualityModel quality;
    private final ReadOnlyObjectWrapper<List<ShownCheck>> checks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Proposal>> proposals = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ChecksModel(Session session, QualityModel quality) {
        this.session = session;
        this.quality = quality;
        session.historyProperty().addListener((_, _, _) -> refresh());
        quality.chosenProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** A check and what it came to; empty where it is off or was not run yet. */
    record ShownCheck(StatedCheck check, Optional<CheckResult> result) {}

    ReadOnlyObjectProperty<List<ShownCheck>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /** Checks that could be added with one click. */
    ReadOnlyObjectProperty<List<Proposal>> proposalsProperty() {
        return proposals.getReadOnlyProperty();
    }

    /** How the last step or reading ended. */
    ReadOnlyObjectProperty<Optional<Outcome<?>>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The source that the checks are about, as it was assessed. */
    Optional<Source> source() {
        return quality.source();
    }

    List<Source> sources() {
        return session.project().sources().stream().map(Made::value).toList();
    }

    /** States one more check, or several at once. */
    void add(List<StatedCheck> added, Consumer<Outcome<History>> whenEnded) {
        var all = session.project().stated();
        for (var check : added) {
            all = all.and(check);
        }
        state(
                all,
                added.size() == 1
                        ? Texts.of("checks.added", added.getFirst().sentence())
                        : Texts.of("checks.addedMany", added.size()),
                whenEnded);
    }

    /** Puts a check in the place of the one with its id. */
    void change(StatedCheck changed, Consumer<Outcome<History>> whenEnded) {
        state(session.project().stated().with(changed), Texts.of("checks.changed", changed.sentence()), whenEnded);
    }

    void switchTo(StatedCheck check, boolean on) {
        var label = Texts.of(on ? "checks.switchedOn" : "checks.switchedOff", check.sentence());
        state(session.project().stated().with(check.switched(on)), label, _ -> {});
    }

    void remove(StatedCheck check) {
        state(session.project().stated().without(check.id()), Texts.of("checks.removed", check.sentence()), _ -> {});
    }

    /** States the checks and judges what they concern, in one step. */
    private void state(StatedChecks all, String label, Consumer<Outcome<History>> whenEnded) {
        session.take(
                Texts.of("checks.stating"),
                (journey, progress) ->
                        journey.judged((steps, _) -> steps.checks().state(all, label), progress),
                outcome -> {
                    ended.set(Optional.of(outcome));
                    whenEnded.accept(outcome);
                });
    }

    /** Opens the rows that fail a check. */
    void open(StatedCheck check) {
        quality.open(
                asked -> asked instanceof Check.Stated stated && stated.check().equals(check));
    }

    /** Holds a check against the source as it is, without stating it. */
    JobRunner.Running tryOut(Source source, StatedCheck check, Consumer<Outcome<CheckResult>> whenEnded) {
        var run = session.journey().checks().run(session.project());
        return session.read(
                Texts.of("checks.trying"),
                (_, progress) -> {
                    run.problem(source, check.expectation(), progress).ifPresent(problem -> {
                        throw problem.asFailure();
                    });
                    return run.results(source, List.of(check.switched(true)), progress)
                            .getFirst();
                },
                whenEnded);
    }

    /** Looks for checks that the source would pass. */
    void suggest() {
        var journey = session.journey();
        var name = quality.chosenProperty().get().map(SourceQuality::source);
        session.read(
                Texts.of("checks.suggesting"), (_, progress) -> journey.checks().proposed(progress), outcome -> {
                    ended.set(Optional.of(outcome));
                    if (outcome instanceof Outcome.Done(var found)) {
                        proposals.set(found.stream()
                                .filter(proposal -> name.filter(proposal.check().source()::equals)
                                        .isPresent())
                                .toList());
                    }
                });
    }

    private void refresh() {
        var chosen = quality.chosenProperty().get();
        var shown = chosen.stream()
                .flatMap(part -> session.project().stated().of(part.source()).stream()
                        .map(check -> new ShownCheck(check, result(part, check))))
                .toList();
        checks.set(shown);
        proposals.set(proposals.get().stream()
                .filter(proposal -> chosen.filter(
                                part -> part.source().equals(proposal.check().source()))
                        .isPresent())
                .filter(proposal -> shown.stream()
                        .noneMatch(one -> one.check()
                                .expectation()
                                .equals(proposal.check().expectation())))
                .toList());
    }

    private static Optional<CheckResult> result(SourceQuality part, StatedCheck check) {
        return part.stated().stream()
                .filter(result -> result.check().equals(check))
                .findFirst();
    }
}
