package corymb.stats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Published and independently computed statistics of tests (SciPy 1.10.1, statsmodels 0.13.5, R's manual). */
final class Reference {
    private static final Path FILE = Path.of("../shared/data/experiments-stats-reference/reference.json");

    private Reference() {}

    static JsonNode part(String name) {
        boolean isThere = Files.exists(FILE);
        assumeTrue(isThere, () -> "Skipped: " + FILE + " is not there");
        return new ObjectMapper().readTree(FILE.toFile()).get(name);
    }

    static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
