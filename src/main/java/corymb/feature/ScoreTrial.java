package corymb.feature;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.RfmFeature.CutScore;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a score makes of all buyers there are, under each policy for equal values, to be told while it is still being defined.
 *
 * @param buyers how many have a score
 * @param commonest the value most of them have, in what is scored; NaN where nobody bought
 * @param alike how many have it
 * @param ways the cuts asked for first, then, where equal values make a difference, the same with the other policies
 */
public record ScoreTrial(long buyers, double commonest, long alike, List<Way> ways) {
    private static final String FIGURE = "figure";

    public ScoreTrial {
        ways = List.copyOf(ways);
    }

    /**
     * The scores by one way to cut.
     *
     * @param scores from 1 on
     */
    public record Way(Cuts cuts, List<Held> scores) {
        public Way {
            scores = List.copyOf(scores);
        }
    }

    /**
     * Who has a score.
     *
     * @param least the least value among them, in what is scored; NaN, as is the most, where nobody has the score
     */
    public record Held(int score, long customers, double least, double most) {}

    /**
     * Scores everybody, since who has which score depends on all; nothing is kept.
     *
     * @param name what the table made meanwhile is called
     * @throws corymb.work.Failure as {@link FeatureComputation#run} does
     */
    public static ScoreTrial run(Engine engine, CustomerData data, Asked asked, String name, Progress progress) {
        try {
            var ways = ways(asked.cuts());
            var table = FeatureComputation.run(engine, data, asked.plan(ways), name, progress)
                    .table();
            return new Reading(engine, table, progress).trial(ways);
        } finally {
            engine.drop(name);
        }
    }

    private static List<Cuts> ways(Cuts asked) {
        return switch (asked) {
            case Cuts.Edges _ -> List.of(asked);
            case Cuts.Quantiles(var shares, var ties) ->
                Stream.concat(Stream.of(ties), Stream.of(Cuts.Ties.values()).filter(other -> other != ties))
                        .<Cuts>map(each -> new Cuts.Quantiles(shares, each))
                        .toList();
        };
    }

    /**
     * What is tried.
     *
     * @param like gives the moment and what a purchase is
     */
    public record Asked(FeaturePlan like, Part part, Cuts cuts) {
        private FeaturePlan plan(List<Cuts> ways) {
            var definitions = new ArrayList<FeatureDefinition>();
            definitions.add(figure());
            for (int way = 0; way < ways.size(); way++) {
                definitions.add(new CutScore("way_" + way, part, ways.get(way)));
            }
            return like.of(definitions);
        }

        private FeatureDefinition figure() {
            return switch (part) {
                case RECENCY -> new FeatureDefinition.Recency();
                case FREQUENCY -> new FeatureDefinition.Frequency();
                case MONETARY -> new FeatureDefinition.Monetary();
            };
        }
    }

    /** Reads the table of scores, whose first column after the customer's is what is scored. */
    private record Reading(Engine engine, Relation table, Progress progress) {
        ScoreTrial trial(List<Cuts> ways) {
            var commonest = engine.table(
                    Sql.of("select " + figure() + " as " + FIGURE
                            + ", count(*) as customers, sum(count(*)) over () as buyers from " + table.quoted()
                            + " where way_0 is not null group by 1 order by customers desc, 1 limit 1"),
                    progress);
            var read = IntStream.range(0, ways.size())
                    .mapToObj(way -> new Way(
                            ways.get(way), held("way_" + way, ways.get(way).best())))
                    .toList();
            return commonest.rowCount() == 0
                    ? new ScoreTrial(0, Double.NaN, 0, read)
                    : new ScoreTrial(
                            (long) commonest.numbers("buyers").get(0),
                            commonest.numbers(FIGURE).get(0),
                            (long) commonest.numbers("customers").get(0),
                            read);
        }

        private String figure() {
            return Sql.name(table.schema().fields().get(1).name());
        }

        private List<Held> held(String way, int best) {
            var rows = engine.table(
                    Sql.of("select " + way + " as score, count(*) as customers, min(" + figure() + ") as least, max("
                            + figure() + ") as most from " + table.quoted() + " where " + way
                            + " is not null group by 1"),
                    progress);
            return IntStream.rangeClosed(1, best)
                    .mapToObj(score -> IntStream.range(0, rows.rowCount())
                            .filter(row -> rows.numbers("score").get(row) == score)
                            .mapToObj(row -> new Held(
                                    score,
                                    (long) rows.numbers("customers").get(row),
                                    rows.numbers("least").get(row),
                                    rows.numbers("most").get(row)))
                            .findFirst()
                            .orElseGet(() -> new Held(score, 0, Double.NaN, Double.NaN)))
                    .toList();
        }
    }
}
