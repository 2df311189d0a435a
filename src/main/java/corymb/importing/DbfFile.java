package corymb.importing;

import corymb.importing.FoundCell.Kind;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one table of a dBase file, record by record. Records that are marked as deleted are no rows.
 *
 * <p>Reference: dBASE Level 5 and 7 file structures, as the makers of dBASE publish them. Cost: memory for one record.
 */
final class DbfFile implements TableFile, RowCursor {
    private final Path file;
    private final InputStream input;
    private final DbfHeader header;
    private final List<String> names;
    private final PassedLines passed = new PassedLines();
    private long number;

    private final Charset charset;

    private DbfFile(Path file, InputStream input, DbfHeader header, Charset charset) {
        this.charset = charset;
        this.file = file;
        this.input = input;
        this.header = header;
        this.names = FileDetection.uniqueNames(
                header.fields().stream().map(DbfField::name).toList());
    }

    /**
     * Opens such a file.
     *
     * @param encoding how its texts are written; empty for as it says itself, and UTF-8 where it does not, so that letters of other
     *     code pages are told and not guessed
     */
    static DbfFile open(Path file, String encoding) {
        try {
            var input = new BufferedInputStream(Files.newInputStream(file));
            try {
                var header = DbfHeader.read(input);
                var charset = encoding.isEmpty()
                        ? header.charset().orElse(StandardCharsets.UTF_8)
                        : TextInput.charset(encoding);
                return new DbfFile(file, input, header, charset);
            } catch (IOException | RuntimeException e) {
                input.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    static Failure damaged(String where) {
        return new Failure(
                new Problem(
                        "The dBase file is damaged or cut off.",
                        where,
                        "Fetch it again, or export the table as CSV from the program it comes from."),
                new IOException(where));
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public RowCursor rows(String table) {
        return this;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<FoundRow> next() {
        while (number < header.records()) {
            var bytes = record();
            var row = row(bytes);
            boolean isDeleted = bytes[0] == '*';
            if (isDeleted) {
                passed.add(number, String.join(" ", row.texts()).strip());
            } else if (bytes[0] != ' ') {
                throw damaged("record " + number);
            } else if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private byte[] record() {
        try {
            number++;
            var bytes = input.readNBytes(header.recordLength());
            if (bytes.length < header.recordLength()) {
                throw damaged("It ends in record " + number + " of " + header.records() + ".");
            }
            return bytes;
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    private FoundRow row(byte[] bytes) {
        var cells = new ArrayList<FoundCell>();
        int from = 1;
        for (var field : header.fields()) {
            cells.add(field.cell(bytes, from, charset));
            from += field.length();
        }
        return new FoundRow(number, cells);
    }

    @Override
    public Optional<Guess> encoding() {
        return Optional.of(
                header.charset().isPresent()
                        ? Guess.certain(charset.name(), "The file says so.")
                        : Guess.certain(
                                charset.name(), "The file does not say; what is no such text is left out, and told."));
    }

    @Override
    public PassedLines passed() {
        return passed;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** What cannot be read is left out, and told. */
    static FoundCell unreadable(String text) {
        return new FoundCell(text, Kind.ERROR);
    }
}
