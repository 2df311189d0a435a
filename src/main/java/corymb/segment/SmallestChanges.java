package corymb.segment;

import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.segment.SmallestChange.OfEvents;
import corymb.segment.SmallestChange.OfField;
import corymb.segment.SmallestChange.OfWhole;
import corymb.segment.SmallestChange.Step;
import corymb.segment.SmallestChange.Subject;
import corymb.sql.Expression.Match;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the smallest changes that turn a verdict round.
 *
 * <p>Each thing that a rule looks at is given the values around the rule's own bounds. Changes of one, two and three things are tried in
 * turn, all of them; where they do not suffice, the conditions that have to turn are gathered from the top of the rule, and what
 * proves not to be needed is dropped.
 */
final class SmallestChanges {
    private static final int MOST_SHOWN = 3;
    private static final int MOST_TOGETHER = 3;
    private static final int MOST_TRIED = 300_000;
    private static final int MOST_DROPPED = 12;

    private final Rule rule;
    private final List<Rule> leaves;
    private final Terms terms;
    private final Moment asOf;
    private final BitSet now = new BitSet();
    private final List<List<Option>> options = new ArrayList<>();
    private int tried;

    private SmallestChanges(Verdict verdict, Terms terms, Moment asOf) {
        this.rule = verdict.rule();
        this.terms = terms;
        this.asOf = asOf;
        this.leaves = rule.leaves().distinct().toList();
        var seen = new LinkedHashMap<Rule, Verdict>();
        verdict.leaves().forEach(leaf -> seen.put(leaf.rule(), leaf));
        for (int i = 0; i < leaves.size(); i++) {
            now.set(i, verdictOf(seen, i).holds());
        }
        subjects().forEach((subject, places) -> offer(subject, places, seen));
    }

    /** The smallest changes, the nearest first and at most three; none where nothing that can change would do. */
    static List<SmallestChange> of(Verdict verdict, Terms terms, Moment asOf) {
        return new SmallestChanges(verdict, terms, asOf).found();
    }

    private Verdict verdictOf(Map<Rule, Verdict> seen, int leaf) {
        return Objects.requireNonNull(seen.get(leaves.get(leaf)));
    }

    /** What the rule looks at, with the places of the conditions that do; not what is compared with something else of the same person. */
    private Map<Subject, List<Integer>> subjects() {
        Set<Subject> fixed = new HashSet<>();
        var subjects = new LinkedHashMap<Subject, List<Integer>>();
        for (int i = 0; i < leaves.size(); i++) {
            switch (leaves.get(i)) {
                case Rule.CompareFields compare -> {
                    fixed.add(new OfField(compare.field()));
                    fixed.add(new OfField(compare.other()));
                }
                case Rule.TextMatch match
                when match.match() == Match.LIKE || match.match() == Match.MATCHES ->
                    fixed.add(new OfField(match.field()));
                case Rule.Test test -> add(subjects, new OfField(test.field()), i);
                case Rule.Measured measured -> add(subjects, new OfEvents(measured.figure()), i);
                case Rule.Course _, Rule.OfSegment _ -> add(subjects, new OfWhole(leaves.get(i)), i);
                case Rule.Everyone _, Rule.All _, Rule.Any _, Rule.AtLeast _, Rule.Not _ -> {}
            }
        }
        subjects.keySet().removeAll(fixed);
        return subjects;
    }

    private static void add(Map<Subject, List<Integer>> subjects, Subject subject, int place) {
        subjects.computeIfAbsent(subject, _ -> new ArrayList<>()).add(place);
    }

    /** Offers what the subject could be, where that makes a difference; of values that make the same one, the nearest. */
    private void offer(Subject subject, List<Integer> places, Map<Rule, Verdict> seen) {
        var current = current(subject, verdictOf(seen, places.getFirst()));
        var before = answers(places, current);
        if (!before.equals(part(now, places))) {
            return; // the engine sees it in another way, so nothing is promised
        }
        var conditions = places.stream().map(leaves::get).toList();
        var nearest = new LinkedHashMap<BitSet, Option>();
        for (var possible :
                new Alternatives(conditions, type(subject, conditions), isWhole(subject), asOf).of(current)) {
            var answers = answers(places, possible);
            var option = new Option(new Step(subject, current, possible), places, answers);
            if (!answers.equals(before)) {
                nearest.merge(answers, option, (one, other) -> one.distance() <= other.distance() ? one : other);
            }
        }
        if (!nearest.isEmpty()) {
            options.add(List.copyOf(nearest.values()));
        }
    }

    private BitSet answers(List<Integer> places, Possible possible) {
        var answers = new BitSet();
        places.forEach(place -> answers.set(place, possible.meets(leaves.get(place), asOf)));
        return answers;
    }

    private static BitSet part(BitSet whole, List<Integer> places) {
        var part = new BitSet();
        places.forEach(place -> part.set(place, whole.get(place)));
        return part;
    }

    private Possible current(Subject subject, Verdict leaf) {
        return subject instanceof OfWhole
                ? new Possible.Fact(leaf.holds())
                : leaf.value()
                        .<Possible>map(text -> Possible.read(text, type(subject, List.of(leaf.rule()))))
                        .orElse(new Possible.Nothing());
    }

    private ColumnType type(Subject subject, List<Rule> conditions) {
        return switch (subject) {
            case OfField(var field) ->
                terms.fields().find(field).map(Field::type).orElse(ColumnType.TEXT);
            case OfEvents _ -> Possible.type(((Rule.Measured) conditions.getFirst()).value());
            case OfWhole _ -> ColumnType.BOOLEAN;
        };
    }

    private boolean isWhole(Subject subject) {
        return switch (subject) {
            case OfField(var field) ->
                terms.fields()
                        .find(field)
                        .filter(known -> known.type() == ColumnType.INTEGER)
                        .isPresent();
            case OfEvents(var figure) ->
                switch (figure.measurement()) {
                    case COUNT, DISTINCT, ACTIVE_DAYS, STREAK_DAYS, STREAK_WEEKS -> true;
                    case SUM,
                            MEAN,
                            MINIMUM,
                            MAXIMUM,
                            DEVIATION,
                            FIRST,
                            LAST,
                            SHARE,
                            TREND,
                            ENTROPY,
                            FAVOURITE,
                            GAP_MEAN,
                            GAP_VARIATION,
                            DAYS_SINCE_FIRST,
                            DAYS_SINCE_LAST -> false;
                };
            case OfWhole _ -> false;
        };
    }

    private List<SmallestChange> found() {
        for (int together = 1; together <= MOST_TOGETHER; together++) {
            var found = new ArrayList<SmallestChange>();
            choose(0, together, new ArrayList<>(), now, found);
            if (!found.isEmpty()) {
                return found.stream()
                        .sorted(Comparator.comparingDouble(SmallestChange::distance))
                        .limit(MOST_SHOWN)
                        .toList();
            }
        }
        return gathered();
    }

    private void choose(int from, int more, List<Option> chosen, BitSet answers, List<SmallestChange> found) {
        if (more == 0) {
            tried++;
            if (turns(answers)) {
                found.add(change(chosen));
            }
            return;
        }
        for (int subject = from; subject <= options.size() - more && tried < MOST_TRIED; subject++) {
            for (var option : options.get(subject)) {
                chosen.add(option);
                choose(subject + 1, more - 1, chosen, option.in(answers), found);
                chosen.removeLast();
            }
        }
    }

    private boolean turns(BitSet answers) {
        return holds(rule, answers) != holds(rule, now);
    }

    private static SmallestChange change(List<Option> chosen) {
        return new SmallestChange(chosen.stream().map(Option::step).toList());
    }

    private boolean holds(Rule part, BitSet answers) {
        return switch (part) {
            case Rule.All(var rules) -> rules.stream().allMatch(rule -> holds(rule, answers));
            case Rule.Any(var rules) -> rules.stream().anyMatch(rule -> holds(rule, answers));
            case Rule.AtLeast some ->
                some.rules().stream().filter(rule -> holds(rule, answers)).count() >= some.count();
            case Rule.Not(var negated) -> !holds(negated, answers);
            case Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ -> answers.get(leaves.indexOf(part));
        };
    }

    /** Turns whatever the rule needs from its top down, and leaves out what proves not to be needed. */
    private List<SmallestChange> gathered() {
        var wanted = wanted(rule, !holds(rule, now));
        var chosen = new ArrayList<Option>();
        for (var offered : options) {
            offered.stream()
                    .filter(option -> option.places().stream()
                            .allMatch(place ->
                                    wanted.getOrDefault(place, option.answers().get(place))
                                            == option.answers().get(place)))
                    .filter(option -> option.places().stream()
                            .anyMatch(place -> wanted.getOrDefault(place, now.get(place)) != now.get(place)))
                    .min(Comparator.comparingDouble(Option::distance))
                    .ifPresent(chosen::add);
        }
        return chosen.size() <= MOST_DROPPED && turns(applied(chosen)) ? List.of(change(fewest(chosen))) : List.of();
    }

    private BitSet applied(List<Option> chosen) {
        var answers = now;
        for (var option : chosen) {
            answers = option.in(answers);
        }
        return answers;
    }

    /** The fewest of them that do; they are few enough to try them all. */
    private List<Option> fewest(List<Option> chosen) {
        return IntStream.range(1, 1 << chosen.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(mask -> IntStream.range(0, chosen.size())
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(chosen::get)
                        .toList())
                .filter(some -> turns(applied(some)))
                .findFirst()
                .orElse(chosen);
    }

    /** Which answers would make a part of the rule come out so, with the fewest that are different now. */
    private Map<Integer, Boolean> wanted(Rule part, boolean result) {
        return switch (part) {
            case Rule.All(var rules) -> some(rules, result, result ? rules.size() : 1);
            case Rule.Any(var rules) -> some(rules, result, result ? 1 : rules.size());
            case Rule.AtLeast some ->
                some(some.rules(), result, result ? some.count() : some.rules().size() - some.count() + 1);
            case Rule.Not(var negated) -> wanted(negated, !result);
            case Rule.Everyone _, Rule.Test _, Rule.EventTest _, Rule.OfSegment _ ->
                Map.of(leaves.indexOf(part), result);
        };
    }

    private Map<Integer, Boolean> some(List<Rule> rules, boolean result, int needed) {
        var all = new LinkedHashMap<Integer, Boolean>();
        rules.stream()
                .map(rule -> wanted(rule, result))
                .sorted(Comparator.comparingLong(this::different))
                .limit(needed)
                .forEach(all::putAll);
        return all;
    }

    private long different(Map<Integer, Boolean> answers) {
        return answers.entrySet().stream()
                .filter(answer -> now.get(answer.getKey()) != answer.getValue())
                .count();
    }

    /**
     * Something that could be different.
     *
     * @param places the conditions that look at it
     * @param answers which of these would hold
     */
    private record Option(Step step, List<Integer> places, BitSet answers) {
        double distance() {
            return step.to().distance(step.from());
        }

        BitSet in(BitSet before) {
            var after = (BitSet) before.clone();
            places.forEach(place -> after.set(place, answers.get(place)));
            return after;
        }
    }
}
