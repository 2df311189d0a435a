package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.fuzzing.DbfBytes;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
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
    void aPersonSaysHowTextsAreWrittenAndTheNextFileIsReadSo() throws IOException {
        var file = Files.write(folder.resolve("people.dbf"), DbfBytes.of(PEOPLE, 0));
        var found = FileDetection.detect(file, Progress.NONE);
        assertThat(found.guesses().encoding().reason()).startsWith("The file does not say");

        var chosen = FileDetection.detect(file, found.dialect().withEncoding("windows-1252"), Progress.NONE);
        var plan = ImportPlan.of("people", Role.CUSTOMERS, chosen, MappingProposal.propose(chosen, Role.CUSTOMERS));
        var source = FileImport.run(engine, plan, "source_1", Progress.NONE);

        assertThat(Imports.column(query("select * from source_1"), "name")).containsExactly("Zoé", "Bo");
        assertThat(Recipe.of(source).look(found, Progress.NONE).dialect().encoding())
                .isEqualTo("windows-1252");
    }

    /**
     * Noon of 1 January 2000 is Julian date 2,451,545 (the epoch J2000.0), so that 1 January 2024, 8,766 days later, is day
     * 2,460,311; 45,296,000 ms are 12:34:56.
     */
    @Test
    void momentsAndNumbersThatFoxProWritesAsBytesAreRead() throws IOException {
        var header = ByteBuffer.allocate(32 + 5 * 32 + 1).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, (byte) 0x30)
                .put(1, new byte[] {124, 1, 1})
                .putInt(4, 1)
                .putShort(8, (short) header.capacity())
                .putShort(10, (short) 31);
        var types = List.of("C2", "T8", "I4", "B8", "Y8");
        for (int i = 0; i < types.size(); i++) {
            header.put(32 + 32 * i, (byte) ('A' + i))
                    .put(43 + 32 * i, (byte) types.get(i).charAt(0))
                    .put(48 + 32 * i, (byte) (types.get(i).charAt(1) - '0'));
        }
        header.put(header.capacity() - 1, (byte) 0x0D);
        var record = ByteBuffer.allocate(31).order(ByteOrder.LITTLE_ENDIAN);
        record.put((byte) ' ')
                .put(new byte[] {'1', ' '})
                .putInt(2_460_311)
                .putInt(45_296_000)
                .putInt(-7)
                .putDouble(2.5)
                .putLong(199_900);
        var file = Files.write(folder.resolve("fox.dbf"), header.array());
        Files.write(file, record.array(), StandardOpenOption.APPEND);

        var row = FileDetection.detect(file, Progress.NONE).preview();

        assertThat(row.columns().stream().map(column -> column.text(0)).toList())
                .containsExactly("1", "2024-01-01T12:34:56", "-7", "2.5", "19.9900");
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
