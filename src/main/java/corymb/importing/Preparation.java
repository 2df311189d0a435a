package corymb.importing;

import corymb.sql.DelimitedText;
import corymb.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Copies the rows of a file into the engine's scratch folder in one pass, chunk by chunk, in UTF-8 and plain CSV, and sets
 * broken rows aside.
 *
 * <p>So the engine never sees a file from outside nor a row it could stumble over, and what is counted here is what is
 * imported and what the fingerprint tells of, even when somebody writes to the file meanwhile.
 */
final class Preparation implements AutoCloseable {
    /** Of text: large enough for a statement of the engine not to count, small enough for a few in memory not to. */
    private static final int CHUNK_BYTES = 16 << 20;

    private final ImportPlan plan;
    private final Path folder;
    private final Contents contents;
    private final List<Content> chosen;
    private final Progress progress;
    private final Stamp stamp;
    private final RowAccount account;
    private final Map<Integer, Long> strays = new TreeMap<>();
    private InputStream raw = InputStream.nullInputStream();
    private Optional<Rows> rows = Optional.empty();
    private Optional<String> newline = Optional.empty();
    private int content;
    private int chunks;
    private Optional<Prepared> finished = Optional.empty();

    /** For a file of which chunks are made in a folder of the engine's. */
    Preparation(ImportPlan plan, Path folder, Progress progress) {
        FileProblems.check(plan.file());
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
        this.stamp = new Stamp(progress);
        try {
            this.contents = Contents.of(plan.file());
            this.chosen = contents.chosen(plan.inside().entries());
            this.account = new RowAccount(folder);
            if (contents.isArchive()) {
                stamp.add(plan.file());
            }
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    /** The next rows; none when the file has no more. */
    Optional<Chunk> next() {
        try {
            return goOn() ? read() : Optional.empty();
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }

    /** Whether there is content whose rows are not all read. */
    private boolean goOn() throws IOException {
        if (rows.isEmpty() && content < chosen.size()) {
            open(chosen.get(content++));
        }
        return rows.isPresent();
    }

    private void open(Content next) throws IOException {
        if (plan.format().isText()) {
            FileProblems.checkText(next.head(), next.name());
        }
        account.start(next.name());
        var input = next.open(this::watched);
        rows = Optional.of(
                switch (plan.format()) {
                    case CSV -> new TextRows(input, plan, account, newline);
                    case JSON -> new ObjectRows(input, plan, account);
                    case XLSX -> new FoundRows(sheet(copied(input, next)), plan, account, progress);
                    case PARQUET, DBF, SQLITE -> new FoundRows(table(copied(input, next)), plan, account, progress);
                });
        newline = rows.map(Rows::newline);
    }

    /** What cannot be read from front to back lies in the scratch folder as long as it is read. */
    private Path copied(InputStream input, Content next) throws IOException {
        var copy = folder.resolve("content");
        if (next.onDisk().isPresent()) {
            FileProblems.checkUnused(next.onDisk().orElseThrow());
        }
        try (input) {
            Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        raw = InputStream.nullInputStream();
        FileProblems.checkTable(copy, next.name());
        return copy;
    }

    private RowCursor sheet(Path copy) throws IOException {
        return SheetCursor.open(
                copy, CellRange.of(plan.inside().table()), plan.dialect().hasHeader());
    }

    /** Each content of several is read by itself, and closed with its rows. */
    private RowCursor table(Path copy) {
        var file = TableFile.open(plan.format(), copy, plan.dialect().encoding(), progress);
        try {
            return file.rows(plan.inside().table());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private InputStream watched(InputStream opened) {
        raw = contents.isArchive() ? stamp.counted(opened) : stamp.of(opened);
        return raw;
    }

    /** Closes the content that is read to its end, with all its bytes in the fingerprint. */
    private void close(Rows read) throws IOException {
        read.strays().forEach((column, count) -> strays.merge(column, count, Long::sum));
        account.skip(read.skippedLines());
        raw.transferTo(OutputStream.nullOutputStream());
        read.close();
        rows = Optional.empty();
    }

    private Optional<Chunk> read() throws IOException {
        var file = folder.resolve("rows-" + chunks + ".csv");
        long firstRow = account.rowCount();
        long firstByte = stamp.bytes();
        var first = rows.orElseThrow();
        var blanks = Chunk.Blanks.NONE;
        account.startChunk();
        try (var target = new ByteRun(Files.newOutputStream(file))) {
            while (target.written() < CHUNK_BYTES && goOn()) {
                var source = rows.orElseThrow();
                boolean isRead = source.read(target);
                if (!isRead || target.written() >= CHUNK_BYTES) {
                    blanks = blanks.or(source.blanks());
                }
                if (!isRead) {
                    close(source);
                }
            }
        }
        return account.rowCount() == firstRow
                ? Optional.empty()
                : Optional.of(new Chunk(
                        chunks++,
                        new DelimitedText(List.of(file), first.delimiter(), first.newline(), account.longestRow()),
                        firstRow,
                        account.rowCount() - firstRow,
                        blanks,
                        stamp.bytes() - firstByte));
    }

    /** What is known once there are no more rows. */
    Prepared finished() {
        if (finished.isEmpty()) {
            finished = Optional.of(finish());
        }
        return finished.orElseThrow();
    }

    private Prepared finish() {
        try {
            account.close();
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
        return new Prepared(account, strays, stamp.stamp());
    }

    /** How much of the file has been read. */
    long bytesRead() {
        return stamp.bytes();
    }

    /** The bytes of the file, as it was in the beginning. */
    long size() {
        return chosen.stream().mapToLong(Content::size).sum();
    }

    @Override
    public void close() {
        try (contents;
                account) {
            if (rows.isPresent()) {
                rows.orElseThrow().close();
            }
        } catch (IOException e) {
            throw FileProblems.unreadable(plan.file(), e);
        }
    }
}
