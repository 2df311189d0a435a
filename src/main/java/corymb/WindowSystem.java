package corymb;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;

/** What a window needs from the machine, asked before the toolkit starts so that a lack is one plain line. */
final class WindowSystem {
    /** Said when there is no display, or when the toolkit cannot open it. */
    static final String NO_DISPLAY = "No display can be opened";

    private record Library(String file, String debianPackage) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library("libfreetype.so.6", "libfreetype6"),
            new Library("libfontconfig.so.1", "fontconfig"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libgtk-3.so.0", "libgtk-3-0"));

    private WindowSystem() {}

    /** Whether this machine says that it has a display; only Linux can say that it has none. */
    static boolean hasDisplay() {
        return !isLinux() || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    /** One line that names the missing system libraries and how to install them; empty when none is missing. */
    static Optional<String> missingLibraries() {
        var missing = isLinux()
                ? LIBRARIES.stream().filter(each -> !loads(each.file())).toList()
                : List.<Library>of();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var files = String.join(", ", missing.stream().map(Library::file).toList());
        var packages =
                String.join(" ", missing.stream().map(Library::debianPackage).toList());
        return Optional.of("The window needs system libraries that are not installed: " + files
                + ". Install them (Debian, Ubuntu: sudo apt-get install " + packages + ") and start Corymb again.");
    }

    // Restricted is the loading of foreign code: these are the toolkit's own libraries, which it needs a moment later
    // anyway.
    @SuppressWarnings("restricted")
    private static boolean loads(String file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
