package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.fuzzing.DbfBytes;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of dBase files come in by their code page, without what is deleted and with what cannot be read told. */
class DbfFilesTest extends ImportFixture {
    private static final List<List<String>> PEOPLE =
            List.of(List.of("id", "name"), List.of("1", "Zoé"), List.of("*2", "Deleted"), List.of("3", "Bo"));

    private Source imported(byte[] bytes) throws IOException {
        return Imports.file(engine, Files.write(folder.resolve("people.dbf"), bytes), Role.CUSTOMERS);
    }

    @Test
    void deletedRecordsAreToldAndAreNoRows() throws IOException {
        var source = imported(DbfBytes.of(PEOPLE, 0x03));

        assertThat(source.counts()).isEqualTo(new RowCounts(2, 2, 0, 0, 1));
        assertThat(Imports.column(query("select * from source_1"), "name")).containsExactly("Zoé", "Bo");
        assertThat(FileDetection.detect(folder.resolve("people.dbf"), Progress.NONE)
                        .passed())
                .containsExactly(new PassedLine(2, "*2 Deleted"));
    }

    @Test
    void lettersOfACodePageThatIsNotSaidAreToldAndNotGuessed() throws IOException {
        var source = imported(DbfBytes.of(PEOPLE, 0));

        assertThat(source.accepted()).isEqualTo(2);
        assertThat(Imports.column(query("select * from source_1_unreadable"), "text"))
                .containsExactly("Zoé");
    }

    @Test
    void whatIsCutOffIsSaid() {
        var whole = DbfBytes.of(PEOPLE, 0x03);

        for (int length : List.of(40, whole.length - 5)) {
            assertThatThrownBy(() -> imported(Arrays.copyOf(whole, length)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("damaged or cut off");
        }
    }
}
