package corymb.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Writes down what broke, by an error code and the places in the code, never with messages, which may hold a customer's
 * data.
 */
public final class ErrorLog {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FILES = 3;
    private static final int MOST_PLACES = 40;

    private final System.Logger logger = System.getLogger("corymb");

    /** Sends what is logged to rotating files in {@code folder} as well, until {@code close}. */
    public static FileLog inFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            var handler = new FileHandler(folder.resolve("corymb.%g.log").toString(), MOST_BYTES, MOST_FILES, true);
            handler.setFormatter(new SimpleFormatter());
            var root = Logger.getLogger("corymb");
            root.addHandler(handler);
            return () -> {
                root.removeHandler(handler);
                handler.close();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs a defect and gives the code the person is shown. */
    public String broke(Throwable cause) {
        var code = code(cause);
        logger.log(Level.ERROR, details(cause));
        return code;
    }

    /** The same for the same defect: its kind and where it arose. */
    public static String code(Throwable cause) {
        var trace = cause.getStackTrace();
        var place =
                trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName() + trace[0].getLineNumber();
        return "C-%06X".formatted((cause.getClass().getName() + place).hashCode() & 0xFFFFFF);
    }

    /** What a person may send to us: kinds and places, nothing of their data. */
    public static String details(Throwable cause) {
        var text = new StringBuilder(code(cause));
        for (Throwable one = cause; one != null; one = one.getCause()) {
            text.append('\n').append(one.getClass().getName());
            var trace = one.getStackTrace();
            for (int i = 0; i < Math.min(trace.length, MOST_PLACES); i++) {
                text.append("\n  at ").append(trace[i]);
            }
        }
        return text.toString();
    }

    /** Ends the writing to files. */
    @FunctionalInterface
    public interface FileLog extends AutoCloseable {
        @Override
        void close();
    }
}
