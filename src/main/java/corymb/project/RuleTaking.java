package corymb.project;

import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.Terms;
import corymb.segment.SegmentPlan;
import corymb.segment.SharedRule;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What taking rules from elsewhere would do to a project; nothing is done yet.
 *
 * <p>Names that are taken already are decided for all alike. Rules that ask for one that gets another name ask for it by that name.
 *
 * @param lines one a rule, in the order they came
 */
public record RuleTaking(List<Line> lines) {
    /** What becomes of a rule whose name a segment of the project has, by another rule. */
    public enum Clash {
        SKIP,
        RENAME,
        REPLACE
    }

    /** What becomes of a rule. */
    public enum Doing {
        ADDED,
        RENAMED,
        REPLACING,
        SKIPPED,
        /** The project has it under that name already. */
        SAME
    }

    /**
     * One rule.
     *
     * @param name what its segment would be called here
     * @param rule empty where the text is none
     * @param problems what keeps it from being taken; none where it is not to be
     */
    public record Line(SharedRule shared, String name, Doing doing, Optional<Rule> rule, List<Problem> problems) {
        public Line {
            problems = List.copyOf(problems);
        }

        public boolean isTaken() {
            return doing != Doing.SKIPPED && doing != Doing.SAME;
        }

        private Line with(List<Problem> found) {
            return isTaken() ? new Line(shared, name, doing, rule, found) : this;
        }
    }

    public RuleTaking {
        lines = List.copyOf(lines);
    }

    /**
     * Holds rules against a project.
     *
     * @throws corymb.work.Failure when the project has no features yet
     */
    public static RuleTaking of(Project project, List<SharedRule> rules, Clash clash) {
        var terms = Journey.population(project).terms();
        var names = names(project, rules, clash);
        var lines = IntStream.range(0, rules.size())
                .mapToObj(i -> line(project, rules.get(i), names.get(i), clash))
                .toList();
        var renamed = new HashMap<String, String>();
        lines.stream()
                .filter(line -> line.doing() == Doing.RENAMED)
                .forEach(line -> renamed.put(line.shared().name(), line.name()));
        var asked = lines.stream()
                .map(line -> new Line(
                        line.shared(),
                        line.name(),
                        line.doing(),
                        line.rule().map(rule -> named(rule, name -> renamed.getOrDefault(name, name))),
                        List.of()))
                .toList();
        var known = Stream.concat(terms.segments().stream(), taken(asked).map(Line::name))
                .toList();
        return new RuleTaking(asked).checked(project, new Terms(terms.fields(), terms.events(), new HashSet<>(known)));
    }

    private static Line line(Project project, SharedRule shared, String name, Clash clash) {
        var rule = RuleParser.parse(shared.text()) instanceof ParsedRule.Parsed(var parsed)
                ? Optional.of(parsed)
                : Optional.<Rule>empty();
        var there =
                project.segment(shared.name()).map(made -> made.value().plan().rule());
        var doing = there.isEmpty()
                ? Doing.ADDED
                : there.equals(rule)
                        ? Doing.SAME
                        : switch (clash) {
                            case SKIP -> Doing.SKIPPED;
                            case RENAME -> Doing.RENAMED;
                            case REPLACE -> Doing.REPLACING;
                        };
        return new Line(shared, doing == Doing.RENAMED ? name : shared.name(), doing, rule, List.of());
    }

    /** A name for each that no segment has, and no other of them. */
    private static List<String> names(Project project, List<SharedRule> rules, Clash clash) {
        var used = new HashSet<String>();
        project.segments().forEach(made -> used.add(made.value().name()));
        rules.forEach(rule -> used.add(rule.name()));
        return rules.stream()
                .map(rule ->
                        clash == Clash.RENAME && project.segment(rule.name()).isPresent()
                                ? free(rule.name(), used)
                                : rule.name())
                .toList();
    }

    private static String free(String name, Set<String> used) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> name + " " + number)
                .filter(used::add)
                .findFirst()
                .orElseThrow();
    }

    /** The rule with the segments it asks for under other names. */
    private static Rule named(Rule rule, UnaryOperator<String> names) {
        return switch (rule) {
            case Rule.All(var rules) -> new Rule.All(named(rules, names));
            case Rule.Any(var rules) -> new Rule.Any(named(rules, names));
            case Rule.AtLeast some -> new Rule.AtLeast(some.count(), named(some.rules(), names));
            case Rule.Not(var negated) -> new Rule.Not(named(negated, names));
            case Rule.InSegment(var segment) -> new Rule.InSegment(names.apply(segment));
            case Rule.Alike(int count, var segment, var features) ->
                new Rule.Alike(count, names.apply(segment), features);
            case Rule.Everyone _, Rule.Test _, Rule.EventTest _ -> rule;
        };
    }

    private static List<Rule> named(List<Rule> rules, UnaryOperator<String> names) {
        return rules.stream().map(rule -> named(rule, names)).toList();
    }

    private RuleTaking checked(Project project, Terms terms) {
        var asksFor = new HashMap<String, Set<String>>();
        project.segments()
                .forEach(made -> asksFor.put(
                        made.value().name(),
                        project.askedFor(made.value().plan().rule())));
        taken(lines)
                .forEach(line -> asksFor.put(
                        line.name(), line.rule().map(project::askedFor).orElse(Set.of())));
        var seen = new HashSet<String>();
        return new RuleTaking(lines.stream()
                .map(line -> line.with(
                        problems(line, terms, asksFor, seen.add(line.shared().name()))))
                .toList());
    }

    private static List<Problem> problems(
            Line line, Terms terms, Map<String, Set<String>> asksFor, boolean isFirstOfName) {
        var problems = new ArrayList<Problem>();
        if (line.name().isBlank()) {
            problems.add(new Problem("A segment needs a name.", "", "Give it one in the file."));
        }
        if (!isFirstOfName) {
            problems.add(new Problem("Another one in the file has the same name.", "", "Leave one of them out."));
        }
        switch (RuleParser.parse(line.shared().text())) {
            case ParsedRule.Malformed malformed -> problems.add(malformed.problem());
            case ParsedRule.Parsed _ -> line.rule().ifPresent(rule -> problems.addAll(rule.check(terms)));
        }
        if (behind(line.name(), asksFor).contains(line.name())) {
            problems.add(new Problem(
                    "“" + line.name() + "” would be in its own rule.",
                    "",
                    "Ask for what makes its members, not for the segment or one that rests on it."));
        }
        return problems;
    }

    private static Set<String> behind(String name, Map<String, Set<String>> asksFor) {
        var behind = new HashSet<String>();
        var open = new ArrayList<>(asksFor.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (behind.add(next)) {
                open.addAll(asksFor.getOrDefault(next, Set.of()));
            }
        }
        return behind;
    }

    private static Stream<Line> taken(List<Line> lines) {
        return lines.stream().filter(Line::isTaken);
    }

    /** Whether everything that is to be taken can be. */
    public boolean fits() {
        return lines.stream().allMatch(line -> line.problems().isEmpty());
    }

    /** What is to become of the project's segments. */
    public List<SegmentPlan> plans() {
        return taken(lines)
                .flatMap(line -> line.rule().map(rule -> new SegmentPlan(line.name(), rule)).stream())
                .toList();
    }

    /** What is wrong with the first that cannot be taken, with how many others cannot; empty where everything can. */
    public Optional<Problem> refusal() {
        var unfit = lines.stream().filter(line -> !line.problems().isEmpty()).toList();
        return unfit.stream().findFirst().map(line -> {
            var problem = line.problems().getFirst();
            var others = unfit.size() == 1 ? "" : " " + (unfit.size() - 1) + " more cannot be taken either.";
            return new Problem(
                    "Nothing was taken: “" + line.shared().name() + "” does not fit. " + problem.what(),
                    problem.where(),
                    problem.remedy() + others);
        });
    }

    /**
     * Insists that everything can be taken.
     *
     * @throws corymb.work.Failure with what is wrong with the first that cannot
     */
    RuleTaking require() {
        refusal().ifPresent(problem -> {
            throw problem.asFailure();
        });
        return this;
    }
}
