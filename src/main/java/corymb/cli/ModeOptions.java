package corymb.cli;

import corymb.importing.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the rows of a file meet those that its source has already, where that is said. */
final class ModeOptions {
    @Option(names = "--replace", description = "The file takes the place of all rows of its source (the default).")
    private boolean isReplacing;

    @Option(
            names = "--append",
            description = "Its rows come behind those of its source; rows that are there already are recognised.")
    private boolean isAppending;

    @Option(names = "--keep-repeated", description = "With --append: rows that are there already come in again.")
    private boolean keepsRepeated;

    @Option(
            names = "--upsert",
            paramLabel = "KEY",
            split = ",",
            description = "Its rows take the place of those with the same key, one column or several, or are added.")
    private List<String> key = new ArrayList<>();

    /** What was asked for; empty where nothing was. */
    Optional<Mode> asked(BaseCommand command) {
        int modes = (isReplacing ? 1 : 0) + (isAppending ? 1 : 0) + (key.isEmpty() ? 0 : 1);
        if (modes > 1) {
            throw command.wrongUsage("Give one of --replace, --append and --upsert, not several.");
        }
        if (keepsRepeated && !isAppending) {
            throw command.wrongUsage("--keep-repeated goes with --append.");
        }
        if (isAppending) {
            return Optional.of(new Mode.Append(keepsRepeated));
        }
        if (!key.isEmpty()) {
            return Optional.of(new Mode.Upsert(key));
        }
        return isReplacing ? Optional.of(Mode.REPLACE) : Optional.empty();
    }
}
