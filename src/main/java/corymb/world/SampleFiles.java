package corymb.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample data that comes with the program. */
public final class SampleFiles {
    /** Every file of the sample, people first. */
    public static final List<String> NAMES = List.of(
            "crm_customers.csv",
            "loyalty_members.csv",
            "newsletter.json",
            "products.csv",
            "web_events.csv",
            "orders.csv",
            "consents.csv",
            "homepage_test.csv");

    private SampleFiles() {}

    /** Copies the files into an existing folder. */
    public static void copyTo(Path folder) {
        for (var name : NAMES) {
            try (var file =
                    Objects.requireNonNull(SampleFiles.class.getResourceAsStream("/sample-data/" + name), name)) {
                Files.copy(file, folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot copy the sample file " + name, e);
            }
        }
    }
}
