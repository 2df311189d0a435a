package corymb.cli;

import corymb.rule.Rule;
import corymb.segment.UnknownIds;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A list of customers in a file: their ids, with blanks, commas or lines between them. */
final class IdsFile {
    private static final long LARGEST = 100_000_000;

    private IdsFile() {}

    /**
     * The rule that takes them.
     *
     * @throws corymb.work.Failure when the file cannot be read, or holds no ids
     */
    static Rule rule(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Problem(
                                "A list of customers has at most " + LARGEST / 1_000_000 + " MB.",
                                file.toString(),
                                "Import it as a source of customers instead.")
                        .asFailure();
            }
            return UnknownIds.rule(UnknownIds.read(Files.readString(file)))
                    .orElseThrow(() -> new Problem(
                                    "There are no ids in the file.", file.toString(), "Check that it is the right one.")
                            .asFailure());
        } catch (NoSuchFileException _) {
            throw new Problem("There is no such file.", file.toString(), "Check its name.").asFailure();
        } catch (CharacterCodingException _) {
            throw new Problem("The list is not in UTF-8.", file.toString(), "Save it in this encoding.").asFailure();
        } catch (IOException e) {
            throw new Problem("The list cannot be read.", file.toString(), String.valueOf(e.getMessage())).asFailure();
        }
    }
}
