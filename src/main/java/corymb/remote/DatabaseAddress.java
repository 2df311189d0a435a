package corymb.remote;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import corymb.work.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Makes the address that a driver connects to out of its checked parts, so that nothing a person or a file says becomes a
 * setting of the driver.
 */
final class DatabaseAddress {
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9._-]{0,252})";
    private static final String IP_6 = "(?=.*:.*:)[0-9A-Fa-f:.]{2,45}";
    private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.$ -]{0,127}";
    private static final int MOST_PORT = 65_535;

    private DatabaseAddress() {}

    /** Throws the problem of a place that is none. */
    static void check(Origin.Database place) {
        require(place.host().matches(HOST) || isIp6(place.host()), "host", "the name or number of a machine alone");
        require(place.port() >= 1 && place.port() <= MOST_PORT, "port", "a number from 1 to 65535");
        require(place.database().matches(NAME), "database", "a name of letters, digits, _ . $ - and blanks");
        require(!place.user().isBlank() && place.user().chars().noneMatch(Character::isISOControl), "user", "a name");
        place.properties().forEach((name, value) -> checkProperty(place.kind(), name, value));
        checkRows(place);
    }

    private static boolean isIp6(String host) {
        return host.matches(IP_6);
    }

    private static void checkProperty(DatabaseKind kind, String name, String value) {
        var allowed = kind.properties();
        if (!allowed.containsKey(name)) {
            throw new Problem(
                            "The setting " + name + " cannot be chosen for " + kind.label() + ".",
                            "",
                            "Settings that can: " + String.join(", ", new TreeSet<>(allowed.keySet())) + ".")
                    .asFailure();
        }
        require(
                value.matches(allowed.getOrDefault(name, "")),
                name,
                allowed.getOrDefault(name, "").replace("|", ", "));
    }

    private static void checkRows(Origin.Database place) {
        require(place.table().isEmpty() != place.query().isEmpty(), "query", "either a table or a query");
        if (!place.query().isEmpty()) {
            var query = place.query().strip().replaceFirst(";\\s*$", "");
            var begins = query.toLowerCase(Locale.ROOT);
            require(
                    begins.matches("(?s)[\\s(]*(select|with|values|table)\\b.*") && !query.contains(";"),
                    "query",
                    "one statement that reads, beginning with select or with, without ; inside");
            // Such a query reads, and writes a file on the server all the same.
            require(
                    !place.kind().isOfMySql() || !begins.matches("(?s).*\\b(outfile|dumpfile)\\b.*"),
                    "query",
                    "one that writes no file: without outfile and dumpfile");
        }
    }

    private static void require(boolean isRight, String what, String expected) {
        if (!isRight) {
            throw new Problem("The " + what + " is not one that can be used.", what, "It should be " + expected + ".")
                    .asFailure();
        }
    }

    static String url(Origin.Database place) {
        var machine = (isIp6(place.host()) ? "[" + place.host() + "]" : place.host()) + ":" + place.port();
        return switch (place.kind()) {
            case POSTGRESQL -> "jdbc:postgresql://" + machine + "/" + encoded(place.database());
            case MYSQL -> "jdbc:mysql://" + machine + "/" + encoded(place.database());
            case MARIADB -> "jdbc:mariadb://" + machine + "/" + encoded(place.database());
            case SQLSERVER -> "jdbc:sqlserver://" + machine;
        };
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The settings of the connection: those chosen, and those that keep it reading, streaming and out of our files. */
    static Properties properties(Origin.Database place, Secret password) {
        var properties = new Properties();
        properties.putAll(place.properties());
        properties.putAll(
                switch (place.kind()) {
                    case POSTGRESQL ->
                        Map.of(
                                "ApplicationName",
                                "Corymb",
                                "readOnly",
                                "true",
                                "readOnlyMode",
                                "always",
                                "gssEncMode",
                                "disable",
                                "adaptiveFetch",
                                "true",
                                "defaultRowFetchSize",
                                "200",
                                "adaptiveFetchMaximum",
                                "10000",
                                "maxResultBuffer",
                                "64M");
                    case MYSQL ->
                        Map.of(
                                "useCursorFetch",
                                "true",
                                "allowMultiQueries",
                                "false",
                                "allowLoadLocalInfile",
                                "false",
                                "allowUrlInLocalInfile",
                                "false",
                                "autoDeserialize",
                                "false");
                    case MARIADB -> Map.of("allowMultiQueries", "false", "allowLocalInfile", "false");
                    case SQLSERVER ->
                        Map.of(
                                "databaseName",
                                place.database(),
                                "applicationIntent",
                                "ReadOnly",
                                "responseBuffering",
                                "adaptive");
                });
        properties.setProperty("user", place.user());
        properties.setProperty("password", password.text());
        return properties;
    }

    /** The statement that reads the rows. */
    static String statement(Origin.Database place) {
        if (place.table().isEmpty()) {
            return place.query().strip().replaceFirst(";\\s*$", "");
        }
        var quoted = new StringBuilder();
        for (var name : place.table().split("\\.", -1)) {
            quoted.append(quoted.isEmpty() ? "" : ".").append(quoted(name, place.kind()));
        }
        return "select * from " + quoted;
    }

    private static String quoted(String name, DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> '"' + name.replace("\"", "\"\"") + '"';
            case MYSQL, MARIADB -> '`' + name.replace("`", "``") + '`';
            case SQLSERVER -> '[' + name.replace("]", "]]") + ']';
        };
    }
}
