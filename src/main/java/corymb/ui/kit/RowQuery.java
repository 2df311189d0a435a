package corymb.ui.kit;

import java.util.List;

/**
 * Which rows a person wants to see and in which order.
 *
 * @param text a part of any cell, without regard to case; empty for all rows
 * @param order the first decides, the next breaks its ties
 */
public record RowQuery(String text, List<By> order) {
    public static final RowQuery ALL = new RowQuery("", List.of());

    public RowQuery {
        order = List.copyOf(order);
    }

    /** A column to sort by. */
    public record By(String column, boolean isDescending) {}
}
