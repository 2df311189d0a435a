package corymb.ui.segments;

import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Counts the members of a rule that is being written; only the answer to the latest question is told. */
final class RuleCounter {
    private final Session session;
    private final Latest latest = new Latest();
    private final ReadOnlyObjectWrapper<Optional<Counted>> counted = new ReadOnlyObjectWrapper<>(Optional.empty());

    RuleCounter(Session session) {
        this.session = session;
    }

    /** The latest answer; empty while there is no rule. It stays while the next is being counted, so that nothing jumps. */
    ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** Counts a rule; {@code whenFailed} hears of what keeps it from being counted. */
    void count(Rule rule, Consumer<Outcome<?>> whenFailed) {
        ask(rule, (_, _) -> "", (_, outcome) -> {
            if (!(outcome instanceof Outcome.Done<?>)) {
                whenFailed.accept(outcome);
            }
        });
    }

    /** Counts a rule and reads something more of its members in the same go. */
    <T> void ask(Rule rule, More<T> more, Ended<T> whenEnded) {
        record Answer<T>(Counted counted, T more) {}
        latest.<Answer<T>>ask(
                session,
                Texts.of("segments.counting"),
                (file, progress) -> new Answer<>(count(file, rule, progress), more.read(file, progress)),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Answer<T>>(var answer)) {
                        counted.set(Optional.of(answer.counted()));
                        whenEnded.ended(Optional.of(answer.more()), outcome);
                    } else {
                        counted.set(Optional.empty());
                        whenEnded.ended(Optional.empty(), outcome);
                    }
                });
    }

    /** Takes no further answer to what was asked so far. */
    void forget() {
        latest.forget();
    }

    void clear() {
        forget();
        counted.set(Optional.empty());
    }

    private static Counted count(ProjectFile file, Rule rule, Progress progress) {
        var population = population(file.history().present());
        long members = Segmentation.count(file.engine(), population, rule, progress);
        return new Counted(members, population.people().rows());
    }

    private static Population population(Project project) {
        return project.population().orElseThrow(() -> new IllegalStateException("No features to ask about"));
    }

    /** Reads something more. */
    @FunctionalInterface
    interface More<T> {
        T read(ProjectFile file, Progress progress);
    }

    /** Hears how it ended. */
    @FunctionalInterface
    interface Ended<T> {
        void ended(Optional<T> more, Outcome<?> outcome);
    }
}
