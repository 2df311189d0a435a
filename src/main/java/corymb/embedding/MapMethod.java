package corymb.embedding;

/** How a map is drawn, with what decides its outcome. */
public sealed interface MapMethod {
    /** On the two directions in which the customers vary most. */
    record Pca() implements MapMethod {}

    /**
     * By t-SNE: near neighbours stay near.
     *
     * @param perplexity how many neighbours count about, at least 1
     * @param exaggeration how much stronger neighbours pull at first, so that groups gather; at least 1
     * @param exaggeratedRounds for how many rounds
     * @param rounds how many rounds in all, at least 1
     */
    record TSne(double perplexity, double exaggeration, int exaggeratedRounds, int rounds) implements MapMethod {
        private static final double LEAST_STEP = 50;

        /** As scikit-learn has it: perplexity 30, twelvefold for 250 of 1,000 rounds. */
        public static final TSne USUAL = new TSne(30, 12, 250, 1_000);

        public TSne {
            if (!(perplexity >= 1) || !(exaggeration >= 1) || exaggeratedRounds < 0 || rounds < 1) {
                throw new IllegalArgumentException("No such map by t-SNE");
            }
        }

        double stepLength(int rows) {
            return Math.max(LEAST_STEP, rows / exaggeration / 4);
        }
    }

    /**
     * By UMAP: near neighbours stay near, and groups that border on each other stay beside each other.
     *
     * @param neighbours how many neighbours count, at least 2
     * @param minDistance how near points may lie, above 0 and at most 1
     * @param rounds how many rounds, at least 1
     */
    record Umap(int neighbours, double minDistance, int rounds) implements MapMethod {
        /** 15 neighbours, a least distance of 0.1, 200 rounds. */
        public static final Umap USUAL = new Umap(15, 0.1, 200);

        public Umap {
            if (neighbours < 2 || !(minDistance > 0 && minDistance <= 1) || rounds < 1) {
                throw new IllegalArgumentException("No such map by UMAP");
            }
        }
    }
}
