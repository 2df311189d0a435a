package corymb.cli;

import corymb.importing.FixedSchema;
import corymb.importing.FixedWidth;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the columns of a text stand that no delimiter sets apart. */
final class FixedOptions {
    @Option(
            names = "--columns",
            paramLabel = "name:start:length,…",
            description =
                    "Columns of fixed width: how many letters stand before each, and how many it has; the last needs no length.")
    private Optional<String> columns = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "Columns of fixed width from a CSV file with the columns column, start and length, counted from 0, or"
                            + " from 1 where the first begins at 1.")
    private Optional<Path> schema = Optional.empty();

    /** What was asked for; empty where nothing was. */
    Optional<FixedWidth> asked() {
        return columns.map(FixedWidth::of).or(() -> schema.map(FixedSchema::read));
    }
}
