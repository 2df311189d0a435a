package corymb.importing;

import corymb.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table whose file knows what its values are. */
final class FoundRows implements Rows {
    private final RowCursor cursor;
    private final RowAccount account;
    private final List<String> names;
    private final Progress progress;

    FoundRows(RowCursor cursor, ImportPlan plan, RowAccount account, Progress progress) {
        this.cursor = cursor;
        this.account = account;
        this.progress = progress;
        this.names = cursor.names();
        TextRows.requireColumns(plan, names, account.entries());
    }

    @Override
    public boolean read(ByteRun target) throws IOException {
        progress.check();
        var row = cursor.next();
        if (row.isPresent()) {
            take(row.orElseThrow(), target);
        }
        return row.isPresent();
    }

    private void take(FoundRow row, ByteRun target) throws IOException {
        if (cursor.isOutside(row)) {
            account.setAside(row.number(), String.join(" ", row.texts()).strip(), "The row stands below the table.");
            return;
        }
        var texts = new ArrayList<String>();
        int length = 0;
        for (int i = 0; i < names.size(); i++) {
            var text = text(row, i);
            texts.add(text);
            length += text.length();
        }
        account.take(row.number(), 1, length * 6 + names.size() * 3);
        target.addRow(texts, delimiter(), newline());
    }

    private String text(FoundRow row, int column) throws IOException {
        var cell = row.cells().get(column);
        if (cell.kind() == FoundCell.Kind.ERROR) {
            account.leaveOut(row.number(), names.get(column), cell.text());
            return "";
        }
        return cell.text().replace("\0", "");
    }

    @Override
    public long skippedLines() {
        return cursor.passed().count();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
