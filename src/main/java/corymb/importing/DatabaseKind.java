package corymb.importing;

import java.util.Map;

/** Databases that rows can be fetched from. */
public enum DatabaseKind {
    POSTGRESQL("PostgreSQL", 5432),
    MYSQL("MySQL", 3306),
    MARIADB("MariaDB", 3306),
    SQLSERVER("SQL Server", 1433);

    private static final String NUMBER = "[1-9]\\d{0,4}";

    private final String label;
    private final int usualPort;

    DatabaseKind(String label, int usualPort) {
        this.label = label;
        this.usualPort = usualPort;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public int usualPort() {
        return usualPort;
    }

    /** Whether it is MySQL or what came of it. */
    public boolean isOfMySql() {
        return this == MYSQL || this == MARIADB;
    }

    /** The settings of a connection that may be chosen, each with a pattern of its values; there are no others. */
    public Map<String, String> properties() {
        return switch (this) {
            case POSTGRESQL ->
                Map.of(
                        "sslmode",
                        "disable|allow|prefer|require|verify-ca|verify-full",
                        "currentSchema",
                        "[\\p{L}\\p{N}_, ]{1,200}",
                        "connectTimeout",
                        NUMBER);
            case MYSQL ->
                Map.of("sslMode", "DISABLED|PREFERRED|REQUIRED|VERIFY_CA|VERIFY_IDENTITY", "connectTimeout", NUMBER);
            case MARIADB -> Map.of("sslMode", "disable|trust|verify-ca|verify-full", "connectTimeout", NUMBER);
            case SQLSERVER ->
                Map.of("encrypt", "true|false|strict", "trustServerCertificate", "true|false", "loginTimeout", NUMBER);
        };
    }
}
