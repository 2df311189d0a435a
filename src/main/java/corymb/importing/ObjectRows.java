package corymb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of a JSON text. */
final class ObjectRows implements Rows {
    private final JsonRows objects;
    private final RowAccount account;
    private final List<String> columns;
    private final Set<String> planned;

    ObjectRows(InputStream input, ImportPlan plan, RowAccount account) throws IOException {
        this.account = account;
        columns = plan.columns().stream().map(ColumnPlan::column).toList();
        planned = columns.stream().collect(Collectors.toUnmodifiableSet());
        objects = new JsonRows(input, plan.dialect().encoding(), plan.inside().table());
    }

    @Override
    public boolean read(ByteRun target) throws IOException {
        return objects.next((line, row, text) -> take(line, row, text, target));
    }

    private void take(long line, @Nullable Map<String, FoundCell> row, String text, ByteRun target) throws IOException {
        if (row == null) {
            account.setAside(line, text, "This is no JSON object.");
        } else if (text.length() > RecordScanner.LONGEST_RECORD) {
            account.setAside(line, "", "The object is too long.");
        } else if (!planned.containsAll(row.keySet())) {
            account.setAside(line, text, "The object has fields that no other has and that were not planned.");
        } else {
            account.take(line, 1, text.length() * 6);
            target.addRow(
                    columns.stream()
                            .map(column -> row.getOrDefault(column, FoundCell.BLANK)
                                    .text()
                                    .replace("\0", ""))
                            .toList(),
                    delimiter(),
                    newline());
        }
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
