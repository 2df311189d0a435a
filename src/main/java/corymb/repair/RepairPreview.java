package corymb.repair;

import java.util.List;

/**
 * What a repair would do.
 *
 * @param outcome how many rows it would change
 * @param examples different changes, those of most rows first
 * @param looked how many rows were looked at, which are not all where it was asked about a sample
 */
public record RepairPreview(RepairOutcome outcome, List<Example> examples, long looked) {
    public RepairPreview {
        examples = List.copyOf(examples);
    }

    /**
     * A change.
     *
     * @param row the first row it is made in, counted from 1
     * @param column the column
     * @param before the value before; empty where it was missing
     * @param after the value after; empty where it is missing
     * @param rows how many rows are changed alike
     */
    public record Example(long row, String column, String before, String after, long rows) {}
}
