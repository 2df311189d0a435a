package corymb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Which file stands at a place, so that another one of the same name is told apart, without opening it.
 *
 * @param key what the system knows the file by; where it has nothing of the kind, the place
 */
record FileIdentity(Object key) {
    static Optional<FileIdentity> of(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileIdentity(Objects.requireNonNullElse(attributes.fileKey(), file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
