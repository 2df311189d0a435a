package corymb.sql;

import java.io.Serial;
import java.sql.SQLException;

/** The engine refused a statement of ours: a defect, told with the statement but never with its bound values. */
public final class EngineException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EngineException(Sql sql, SQLException cause) {
        super(String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + " in: " + sql.text(), cause);
    }
}
