package corymb.sql;

import java.io.Serial;
import java.sql.SQLException;

/** The engine refused a statement of ours: a defect, told with the statement but never with its bound values. */
public final class EngineException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EngineException(Sql sql, SQLException cause) {
        super(reason(cause) + " in: " + sql.text(), cause);
    }

    /** The line that says why; of a statement that was not prepared it stands below one that says only that it failed. */
    private static String reason(SQLException cause) {
        var lines = String.valueOf(cause.getMessage()).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Error: "))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("");
    }
}
