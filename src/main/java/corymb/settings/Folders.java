package corymb.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where this system keeps what a program remembers of its user. */
public final class Folders {
    private Folders() {}

    /** Settings, logs and the sample project. */
    public static Path ofCorymb() {
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return variable("APPDATA").orElse(home).resolve("Corymb");
        }
        return system.contains("mac")
                ? home.resolve("Library/Application Support/Corymb")
                : variable("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("corymb");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
