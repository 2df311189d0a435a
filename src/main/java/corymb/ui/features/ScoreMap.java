package corymb.ui.features;

import corymb.feature.Cuts;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeaturePlan;
import corymb.feature.RfmFeature.CutScore;
import corymb.feature.RfmMap;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which scores the map of buyers is drawn by: those that people cut themselves, else those in fifths.
 *
 * <p>A score of more than ten levels would make a map that nobody reads.
 *
 * @param monetary empty where no score of money is among the features
 */
record ScoreMap(Score recency, Score frequency, Optional<Score> monetary) {
    private static final int MOST = 10;

    /** @param column the feature that holds it */
    record Score(String column, Cuts cuts) {
        int best() {
            return cuts.best();
        }

        private boolean isOwn() {
            return !cuts.equals(Cuts.FIFTHS);
        }
    }

    /**
     * Scores that buyers may have, each from 1.
     *
     * @param money empty for any
     */
    record Scores(int recency, int frequency, OptionalInt money) {}

    /** The map of the features there are; empty where a score is not among them. */
    static Optional<ScoreMap> of(FeaturePlan plan) {
        return score(plan.definitions(), Part.RECENCY)
                .flatMap(recency -> score(plan.definitions(), Part.FREQUENCY)
                        .map(frequency -> new ScoreMap(recency, frequency, score(plan.definitions(), Part.MONETARY))));
    }

    private static Optional<Score> score(List<FeatureDefinition> definitions, Part part) {
        var own = definitions.stream()
                .filter(CutScore.class::isInstance)
                .map(CutScore.class::cast)
                .filter(each -> each.part() == part)
                .map(each -> new Score(each.name(), each.cuts()));
        var fifths = definitions.stream()
                .filter(new RfmScore(part)::equals)
                .map(each -> new Score(each.name(), Cuts.FIFTHS));
        return Stream.concat(fifths, own).filter(score -> score.best() <= MOST).reduce((_, later) -> later);
    }

    /** The scores of money there are, the lowest first; none where money is not scored. */
    List<Integer> moneyScores() {
        return upTo(monetary.map(Score::best).orElse(0)).toList();
    }

    private static Stream<Integer> upTo(int best) {
        return IntStream.rangeClosed(1, best).boxed();
    }

    /** Every combination of the three scores, the best first; of two where money is not scored. */
    List<Scores> combinations() {
        var moneys = monetary.isEmpty()
                ? List.of(OptionalInt.empty())
                : moneyScores().reversed().stream().map(OptionalInt::of).toList();
        return upTo(recency.best())
                .sorted(Comparator.reverseOrder())
                .flatMap(r -> upTo(frequency.best())
                        .sorted(Comparator.reverseOrder())
                        .flatMap(f -> moneys.stream().map(money -> new Scores(r, f, money))))
                .toList();
    }

    /** What buyers with these scores are called; empty unless all three scores go from 1 to 5. */
    Optional<String> name(Scores scores) {
        boolean isNamed = Stream.of(Optional.of(recency), Optional.of(frequency), monetary)
                .allMatch(score ->
                        score.filter(each -> each.best() == RfmMap.SCORES).isPresent());
        return isNamed && scores.money().isPresent()
                ? Optional.of(RfmMap.name(
                        scores.recency(), scores.frequency(), scores.money().getAsInt()))
                : Optional.empty();
    }

    /**
     * How many buyers have which scores.
     *
     * @param customers of each combination that somebody has
     */
    record Counted(ScoreMap map, Map<Scores, Long> customers) {
        Counted {
            customers = Map.copyOf(customers);
        }

        /** How many have these scores. */
        long customers(Scores scores) {
            return scores.money().isPresent() || map.monetary().isEmpty()
                    ? customers.getOrDefault(scores, 0L)
                    : map.moneyScores().stream()
                            .mapToLong(money ->
                                    customers(new Scores(scores.recency(), scores.frequency(), OptionalInt.of(money))))
                            .sum();
        }

        /** How many have this score of money, whatever the others. */
        long buyers(OptionalInt money) {
            return customers.entrySet().stream()
                    .filter(each ->
                            money.isEmpty() || money.equals(each.getKey().money()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    Counted counted(Engine engine, Relation features, Progress progress) {
        var counts = engine.table(counts(features), progress);
        var customers = new HashMap<Scores, Long>();
        for (int row = 0; row < counts.rowCount(); row++) {
            int money = (int) counts.numbers("money").get(row);
            var scores = new Scores(
                    (int) counts.numbers("recency").get(row),
                    (int) counts.numbers("frequency").get(row),
                    monetary.isEmpty() ? OptionalInt.empty() : OptionalInt.of(money));
            customers.put(scores, (long) counts.numbers("customers").get(row));
        }
        return new Counted(this, customers);
    }

    private Sql counts(Relation features) {
        var money = monetary.map(score -> Sql.name(score.column())).orElse("0");
        return Sql.of("select " + Sql.name(recency.column()) + " as recency, " + Sql.name(frequency.column())
                + " as frequency, " + money + " as money, count(*) as customers from " + features.quoted() + " where "
                + Sql.name(recency.column()) + " is not null group by all");
    }

    /** How its scores are made, in words. */
    String words() {
        boolean isOwn = recency.isOwn()
                || frequency.isOwn()
                || monetary.filter(Score::isOwn).isPresent();
        if (!isOwn) {
            return Texts.of("features.rfmExplained");
        }
        var money = monetary.map(score ->
                        " " + Texts.of("features.rfmOwnMoney", score.cuts().words(Part.MONETARY)))
                .orElse("");
        return Texts.of(
                "features.rfmOwn",
                recency.cuts().words(Part.RECENCY),
                frequency.cuts().words(Part.FREQUENCY),
                money);
    }
}
