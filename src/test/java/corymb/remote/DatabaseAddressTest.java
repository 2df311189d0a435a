package corymb.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No part of a place becomes a setting of a driver: those are how deny-lists of other programs were bypassed. */
class DatabaseAddressTest {
    @TempDir
    private Path folder;

    private static Origin.Database place(
            DatabaseKind kind, String host, String database, Map<String, String> properties) {
        return new Origin.Database(kind, host, kind.usualPort(), database, "ann", "customers", "", properties);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db?socketFactory=x",
                "db&x=y",
                "db/other",
                "db#x",
                "db\nx",
                "db\n",
                "db,other",
                "u@db",
                "db:5432",
                "db;x=y",
                "db%0a",
                "(host=db)",
                "[::1]?x",
                "::1/x",
                "jdbc:x"
            })
    void aHostIsTheNameOfAMachineAlone(String host) {
        for (var kind : DatabaseKind.values()) {
            assertThatThrownBy(() -> DatabaseAddress.check(place(kind, host, "shop", Map.of())))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "shop?loggerFile=/tmp/x", "shop&a=b", "shop/x", "shop#", "shop;a=b", "a\nb", "%3f", "../x"})
    void aDatabaseIsANameAlone(String database) {
        assertThatThrownBy(() -> DatabaseAddress.check(place(DatabaseKind.MYSQL, "db", database, Map.of())))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory",
                "socketFactoryArg",
                "loggerFile",
                "loggerLevel",
                "sslfactory",
                "sslhostnameverifier",
                "authenticationPluginClassName",
                "options",
                "SSLMODE",
                "autoDeserialize",
                "allowLoadLocalInfile",
                "queryInterceptors",
                "user",
                "password",
                "readOnly"
            })
    void onlyFewSettingsCanBeChosen(String name) {
        for (var kind : DatabaseKind.values()) {
            assertThatThrownBy(() -> DatabaseAddress.check(place(kind, "db", "shop", Map.of(name, "true"))))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void theirValuesAreCheckedToo() {
        assertThatThrownBy(() -> DatabaseAddress.check(
                        place(DatabaseKind.POSTGRESQL, "db", "shop", Map.of("sslmode", "require&loggerFile=x"))))
                .isInstanceOf(Failure.class);
    }

    @Test
    void theAddressIsMadeOfItsParts() {
        var place = place(DatabaseKind.POSTGRESQL, "2001:db8::1", "my shop", Map.of("sslmode", "require"));

        DatabaseAddress.check(place);
        assertThat(DatabaseAddress.url(place)).isEqualTo("jdbc:postgresql://[2001:db8::1]:5432/my%20shop");
        assertThat(DatabaseAddress.url(place(DatabaseKind.SQLSERVER, "db", "shop", Map.of())))
                .isEqualTo("jdbc:sqlserver://db:1433");
        assertThat(DatabaseAddress.properties(place, new Secret("hush")))
                .containsEntry("sslmode", "require")
                .containsEntry("readOnlyMode", "always");
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"MYSQL", "MARIADB", "SQLSERVER"})
    void aMissingDriverIsSaidWithItsFolder(DatabaseKind kind) throws Exception {
        var drivers = Files.createDirectory(folder.resolve("drivers"));
        Files.writeString(drivers.resolve("broken.jar"), "no archive");

        assertThatThrownBy(() -> new DatabaseFetch(drivers)
                        .run(place(kind, "localhost", "shop", Map.of()), Secret.NONE, folder, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(drivers.toString())
                .hasMessageContaining(kind.label());
    }

    @Test
    void aSecretIsNeverShown() {
        assertThat(new Secret("hush")).hasToString("…");
        assertThat(new Secret("hush").removedFrom("say hush")).isEqualTo("say …");
    }
}
