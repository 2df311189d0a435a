package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.project.RuleTaking;
import corymb.project.RuleTaking.Clash;
import corymb.report.RulesFile;
import corymb.segment.SharedRule;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Rules of segments that come from a file, looked at before they are taken. */
final class RulesModel {
    private final Session session;
    private final Latest looking = new Latest();
    private final List<SharedRule> rules;
    private final Set<String> leftOut = new HashSet<>();
    private final ObjectProperty<Clash> clash = new SimpleObjectProperty<>(Clash.RENAME);
    private final ReadOnlyObjectWrapper<Optional<RuleTaking>> taking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    RulesModel(Session session, List<SharedRule> rules) {
        this.session = session;
        this.rules = List.copyOf(rules);
        clash.addListener((_, _, _) -> look());
        look();
    }

    /** Reads the rules in a file. */
    static void read(Session session, Path file, Consumer<Outcome<List<SharedRule>>> whenRead) {
        session.<List<SharedRule>>read(Texts.of("segments.rules.reading"), (_, _) -> RulesFile.read(file), whenRead);
    }

    /** Writes the rules of all segments into a file. */
    static void write(Session session, Path file, Consumer<Outcome<List<String>>> whenWritten) {
        var project = session.project();
        var segments = RulesFile.inOrder(project, Set.of());
        session.<List<String>>read(
                Texts.of("segments.rules.writing"),
                (_, _) -> {
                    RulesFile.write(project, segments, file);
                    return RulesFile.listingCustomers(segments);
                },
                whenWritten);
    }

    /** What is done with names that are taken. */
    ObjectProperty<Clash> clashProperty() {
        return clash;
    }

    /** What taking them would do; empty while it is being looked at. */
    ReadOnlyObjectProperty<Optional<RuleTaking>> takingProperty() {
        return taking.getReadOnlyProperty();
    }

    /** How the last thing that was asked for came out. */
    ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    List<SharedRule> rules() {
        return rules;
    }

    /** Whether names of the file are those of segments there are. */
    boolean hasClashes() {
        return rules.stream()
                .anyMatch(rule -> session.project().segment(rule.name()).isPresent());
    }

    /** Takes one along, or leaves it where it is. */
    void choose(SharedRule rule, boolean isWanted) {
        boolean isOther = isWanted ? leftOut.remove(rule.name()) : leftOut.add(rule.name());
        if (isOther) {
            look();
        }
    }

    /** Those that do not fit this project. */
    List<SharedRule> misfits() {
        return taking.get().stream()
                .flatMap(found -> found.lines().stream())
                .filter(line -> !line.problems().isEmpty())
                .map(RuleTaking.Line::shared)
                .toList();
    }

    private void look() {
        var project = session.project();
        var wanted =
                rules.stream().filter(rule -> !leftOut.contains(rule.name())).toList();
        var how = clash.get();
        looking.<RuleTaking>ask(
                session, Texts.of("segments.rules.looking"), (_, _) -> RuleTaking.of(project, wanted, how), outcome -> {
                    if (outcome instanceof Outcome.Done<RuleTaking>(var found)) {
                        taking.set(Optional.of(found));
                    } else {
                        ended.set(outcome);
                    }
                });
    }

    /** The line of a rule; empty where it is left out. */
    Optional<RuleTaking.Line> line(SharedRule rule) {
        return taking.get().stream()
                .flatMap(found -> found.lines().stream())
                .filter(line -> line.shared().equals(rule))
                .findFirst();
    }

    /** Who would belong to it, in a sentence. */
    String words(RuleTaking.Line line) {
        return line.rule()
                .map(RuleWords.of(session.project())::of)
                .orElse(line.shared().text());
    }

    /** Takes what is wanted as segments, all of them or none. */
    void take(Runnable whenTaken) {
        taking.get()
                .ifPresent(found -> session.take(
                        Texts.of("segments.rules.taking"),
                        (journey, progress) -> journey.segments().take(found, progress),
                        outcome -> {
                            ended.set(outcome);
                            if (outcome instanceof Outcome.Done<?>) {
                                whenTaken.run();
                            }
                        }));
    }
}
