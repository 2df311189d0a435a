package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.project.Change;
import corymb.project.History;
import corymb.project.Lineage;
import corymb.project.Made;
import corymb.project.SegmentChange;
import corymb.project.SourceChange;
import corymb.recommend.Evaluation;
import corymb.segment.Segmentation;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.Explanation.Fact;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the results of a project were made. */
final class Explanations {
    private final History history;
    private final Path file;

    Explanations(History history, Path file) {
        this.history = history;
        this.file = file;
    }

    /** How a result was made; empty when the history does not know it. */
    Optional<Explanation> of(Made<?> made) {
        return step(made.id()).map(this::of);
    }

    /** How a step was made. */
    Explanation of(Change change) {
        var command = StepCommand.of(change, file);
        return new Explanation(
                change.label(),
                StepWords.of(change),
                Stream.concat(
                                StepFacts.of(change, Vocabulary.of(history.present())).stream(),
                                change.made().stream().flatMap(Explanations::times))
                        .toList(),
                change.made().stream()
                        .flatMap(made -> made.inputs().stream())
                        .flatMap(id -> step(id).stream())
                        .map(Explanations::input)
                        .toList(),
                query(change),
                command.line(),
                command.beyond());
    }

    private Optional<Change> step(long id) {
        return history.changes()
                .flatMap(Change::parts)
                .filter(change -> change.made().filter(made -> made.id() == id).isPresent())
                .findFirst();
    }

    private static Stream<Fact> times(Made<?> made) {
        return Stream.of(
                Fact.of("step.made", when(made)),
                Fact.of("step.took", Numbers.local().duration(Duration.ofMillis(Math.round(made.seconds() * 1000)))));
    }

    private static Fact input(Change change) {
        var when = change.made().map(Explanations::when).orElse("");
        if (change instanceof SourceChange.SourceImported(var source)) {
            var plan = source.value().plan();
            return new Fact(plan.source(), Texts.of("step.fileLine", plan.place(), when));
        }
        return new Fact(change.label(), when);
    }

    private static String when(Made<?> made) {
        return Numbers.local().time(made.at(), ZoneId.systemDefault());
    }

    /** The query of a segment's rule, as long as the features it asks of are there. */
    private Optional<String> query(Change change) {
        if (!(change instanceof SegmentChange.SegmentDefined(var segment))
                || segment.value().plan().isLong()) {
            return Optional.empty();
        }
        try {
            var rule = segment.value().plan().rule();
            return history.present()
                    .meaning(segment.value().plan())
                    .population()
                    .map(population -> Segmentation.members(population, rule).text());
        } catch (Failure gone) {
            return Optional.empty();
        }
    }

    /** How several results were made that are shown together. */
    Explanation of(String title, List<? extends Made<?>> made) {
        var each = made.stream().flatMap(one -> of(one).stream()).toList();
        if (each.size() == 1) {
            return each.getFirst();
        }
        return new Explanation(
                title,
                Texts.of("step.words.several", each.size()),
                each.stream().map(one -> new Fact(one.title(), one.words())).toList(),
                each.stream().flatMap(one -> one.inputs().stream()).distinct().toList(),
                Optional.empty(),
                Optional.of(String.join(
                        "\n",
                        each.stream().flatMap(one -> one.command().stream()).toList())),
                each.stream().flatMap(one -> one.beyond().stream()).distinct().toList());
    }

    /** How measures of ways to recommend came about, at least one. */
    Explanation ofEvaluations(List<Evaluation> measured) {
        var commands = measured.stream()
                .map(each -> StepCommand.evaluating(each.plan(), file))
                .toList();
        var first = measured.getFirst();
        return new Explanation(
                Texts.of("step.evaluation"),
                Texts.of(
                        "step.words.evaluation",
                        first.heldOut(),
                        Numbers.local().count(first.customers()),
                        first.cutoff()),
                measured.stream().flatMap(StepFacts::evaluation).toList(),
                Lineage.ofRecommendations(history.present()).stream()
                        .flatMap(id -> step(id).stream())
                        .map(Explanations::input)
                        .toList(),
                Optional.empty(),
                Optional.of(
                        commands.stream().flatMap(each -> each.line().stream()).collect(Collectors.joining("\n"))),
                commands.stream()
                        .flatMap(each -> each.beyond().stream())
                        .distinct()
                        .toList());
    }
}
