package corymb.sql;

import corymb.work.Insistence;
import corymb.work.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One statement of the engine, carried out once, that ends soon after it is asked to.
 *
 * <p>It is prepared only where there are values to bind, for the engine plans what is prepared twice: half of the time of a wide
 * table.
 */
final class DuckDbStatement implements AutoCloseable {
    private final Sql sql;
    private final Statement statement;
    private boolean hasEnded;

    /** Binds the values. */
    DuckDbStatement(Connection connection, Sql sql) throws SQLException {
        this.sql = sql;
        this.statement = sql.parameters().isEmpty() ? connection.createStatement() : prepared(connection, sql);
    }

    private static PreparedStatement prepared(Connection connection, Sql sql) throws SQLException {
        var prepared = connection.prepareStatement(sql.text());
        for (int i = 0; i < sql.parameters().size(); i++) {
            prepared.setObject(i + 1, sql.parameters().get(i));
        }
        return prepared;
    }

    /** Carries it out and takes what is wanted of it. A wish to stop that comes before the engine has begun would be lost, so it is repeated. */
    <T> T use(Use<T> use, Progress progress) throws SQLException {
        try (var _ = progress.whenCancelled(() -> Insistence.repeat(this::cancelUnlessEnded, this::hasEnded))) {
            execute();
            return use.apply(statement);
        } finally {
            end();
        }
    }

    /** The driver's plain statements are of the type of prepared ones, so the type does not tell them apart. */
    private void execute() throws SQLException {
        if (sql.parameters().isEmpty()) {
            statement.execute(sql.text());
        } else {
            ((PreparedStatement) statement).execute();
        }
    }

    private synchronized boolean hasEnded() {
        return hasEnded;
    }

    private synchronized void end() {
        hasEnded = true;
    }

    private synchronized void cancelUnlessEnded() {
        if (hasEnded) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement has ended by itself in the same moment: there is nothing left to cancel.
            System.getLogger(DuckDbStatement.class.getName()).log(System.Logger.Level.DEBUG, "Cancelled too late", e);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    /** What is wanted of a statement that was carried out. */
    @FunctionalInterface
    interface Use<T> {
        T apply(Statement executed) throws SQLException;
    }
}
