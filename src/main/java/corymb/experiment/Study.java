package corymb.experiment;

/** An experiment that a project keeps: planned, simulated or analysed. */
public sealed interface Study {
    String name();

    /** How many people a test would need. */
    record PlannedTest(String name, SampleSize size) implements Study {}

    /** How a test would go with the project's own customers. */
    record SimulatedTest(String name, Simulation simulation) implements Study {}

    /** How a test that ran came out. */
    record AnalysedTest(Analysis analysis) implements Study {
        @Override
        public String name() {
            return analysis.plan().experiment();
        }
    }
}
