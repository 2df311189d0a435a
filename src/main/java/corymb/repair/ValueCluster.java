package corymb.repair;

import java.util.List;

/**
 * Values that are likely spellings of the same.
 *
 * @param values at least two, that of most rows first
 */
public record ValueCluster(List<CountedText> values) {
    public ValueCluster {
        values = List.copyOf(values);
    }

    /** The value of most rows, which the others are proposed to become. */
    public String usual() {
        return values.getFirst().text();
    }

    /** What a dictionary would say of the others. */
    public List<TextRepair.Entry> entries() {
        return values.stream()
                .skip(1)
                .map(value -> new TextRepair.Entry(value.text(), TextRepair.Decision.REPLACE, usual()))
                .toList();
    }
}
