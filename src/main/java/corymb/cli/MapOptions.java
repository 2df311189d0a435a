package corymb.cli;

import corymb.embedding.MapMethod;
import picocli.CommandLine.Option;

/** How a map is drawn. */
final class MapOptions {
    @Option(names = "--method", defaultValue = "tsne", description = "pca, tsne or umap (default: ${DEFAULT-VALUE}).")
    private Method method = Method.TSNE;

    @Option(
            names = "--perplexity",
            defaultValue = "30",
            description = "About how many neighbours count for tsne (default: ${DEFAULT-VALUE}).")
    private double perplexity = 30;

    @Option(
            names = "--exaggeration",
            defaultValue = "12",
            description = "How much stronger neighbours pull at first, of tsne (default: ${DEFAULT-VALUE}).")
    private double exaggeration = 12;

    @Option(
            names = "--exaggerated-rounds",
            defaultValue = "250",
            description = "For how many rounds (default: ${DEFAULT-VALUE}).")
    private int exaggeratedRounds = 250;

    @Option(
            names = "--neighbours",
            defaultValue = "15",
            description = "How many neighbours count for umap (default: ${DEFAULT-VALUE}).")
    private int neighbours = 15;

    @Option(
            names = "--min-distance",
            defaultValue = "0.1",
            description = "How near points may lie, of umap (default: ${DEFAULT-VALUE}).")
    private double minDistance = 0.1;

    @Option(names = "--rounds", description = "Rounds in all (default: 1,000 of tsne, 200 of umap).")
    private int rounds;

    /** The methods there are. */
    enum Method {
        PCA,
        TSNE,
        UMAP
    }

    Method name() {
        return method;
    }

    /** The method with all its parameters. */
    MapMethod chosen(BaseCommand command) {
        if (!(perplexity >= 1) || !(exaggeration >= 1) || exaggeratedRounds < 0 || rounds < 0) {
            throw command.wrongUsage(
                    "--perplexity, --exaggeration and --rounds are at least 1, and --exaggerated-rounds at least 0.");
        }
        if (neighbours < 2 || !(minDistance > 0 && minDistance <= 1)) {
            throw command.wrongUsage("--neighbours is at least 2, and --min-distance above 0 and at most 1.");
        }
        return switch (method) {
            case PCA -> new MapMethod.Pca();
            case TSNE ->
                new MapMethod.TSne(
                        perplexity,
                        exaggeration,
                        exaggeratedRounds,
                        rounds > 0 ? rounds : MapMethod.TSne.USUAL.rounds());
            case UMAP ->
                new MapMethod.Umap(neighbours, minDistance, rounds > 0 ? rounds : MapMethod.Umap.USUAL.rounds());
        };
    }
}
