package corymb.ui.kit;

import corymb.table.Table;

/** The row of a grid that the person chose: {@code page} holds it at {@code rowInPage}. */
public record ChosenRow(long row, Table page, int rowInPage) {
    /** The plain text of one of its cells, empty when missing. */
    public String text(String column) {
        return page.text(rowInPage, column);
    }
}
