package corymb.benchmark;

/** Measures everything that has a figure to reach, one row each. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        System.out.printf("| %-62s | %10s | %10s | target |%n", "what", "elapsed", "processor");
        PipelineBenchmark.main(args);
        QualityBenchmark.main(args);
        ClusterBenchmark.main(args);
        WindowBenchmark.main(args);
    }
}
