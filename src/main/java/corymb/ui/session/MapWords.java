package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.embedding.CustomerMap;
import corymb.embedding.MapFacts;
import corymb.embedding.MapMethod;
import corymb.embedding.MapPlan;
import corymb.ui.kit.Explanation.Fact;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words and options of the ways to draw a map. */
final class MapWords {
    private MapWords() {}

    static String name(MapMethod method) {
        return switch (method) {
            case MapMethod.Pca _ -> Texts.of("map.methodPca");
            case MapMethod.TSne _ -> Texts.of("map.methodTsne");
            case MapMethod.Umap _ -> Texts.of("map.methodUmap");
        };
    }

    /** How a map came about, in a sentence. */
    static String sentence(CustomerMap map) {
        var numbers = Numbers.local();
        return Texts.of(
                map.isSample() ? "step.words.mapSample" : "step.words.map",
                numbers.count(map.positions().rows()),
                map.plan().features().size(),
                name(map.plan().method()),
                numbers.count(map.customers()));
    }

    static List<Fact> facts(CustomerMap map, Vocabulary words) {
        var plan = map.plan();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("step.method", name(plan.method())));
        facts.add(Fact.of("step.features", words.titles(plan.features())));
        facts.add(Fact.of("step.preparation", PreparationWords.of(plan.preparation(), words)));
        facts.add(Fact.of("step.scaling", PreparationWords.name(plan.scaling())));
        facts.addAll(chosen(plan.method()));
        facts.add(Fact.of("step.seed", plan.seed().value()));
        facts.add(
                Fact.of("step.customers", Numbers.local().count(map.positions().rows())));
        facts.addAll(found(map.facts()));
        return List.copyOf(facts);
    }

    private static List<Fact> chosen(MapMethod method) {
        return switch (method) {
            case MapMethod.Pca _ -> List.of();
            case MapMethod.TSne(double perplexity, double exaggeration, int early, int rounds) ->
                List.of(
                        Fact.of("step.perplexity", perplexity),
                        Fact.of("step.exaggeration", Texts.of("step.exaggerationFor", exaggeration, early)),
                        Fact.of("step.rounds", rounds));
            case MapMethod.Umap(int neighbours, double minDistance, int rounds) ->
                List.of(
                        Fact.of("step.mapNeighbours", neighbours),
                        Fact.of("step.minDistance", minDistance),
                        Fact.of("step.rounds", rounds));
        };
    }

    private static List<Fact> found(MapFacts facts) {
        var numbers = Numbers.local();
        return switch (facts) {
            case MapFacts.Directions directions ->
                List.of(Fact.of(
                        "step.explained",
                        directions.axes().stream()
                                .map(axis -> numbers.percent(axis.share()))
                                .collect(Collectors.joining(", "))));
            case MapFacts.Neighbourhoods kept -> List.of(Fact.of("step.divergence", numbers.prose(kept.divergence())));
            case MapFacts.Layout _ -> List.of();
        };
    }

    /** The options of the command line that say the same. */
    static String options(MapPlan plan) {
        return " --features " + StepCommand.quoted(String.join(",", plan.features())) + " --method "
                + options(plan.method()) + " --scale "
                + plan.scaling().name().toLowerCase(Locale.ROOT) + " --most-customers " + plan.mostCustomers()
                + " --seed " + plan.seed().value();
    }

    private static String options(MapMethod method) {
        return switch (method) {
            case MapMethod.Pca _ -> "pca";
            case MapMethod.TSne(double perplexity, double exaggeration, int early, int rounds) ->
                "tsne --perplexity " + perplexity + " --exaggeration " + exaggeration + " --exaggerated-rounds " + early
                        + " --rounds " + rounds;
            case MapMethod.Umap(int neighbours, double minDistance, int rounds) ->
                "umap --neighbours " + neighbours + " --min-distance " + minDistance + " --rounds " + rounds;
        };
    }
}
