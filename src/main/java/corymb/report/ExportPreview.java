package corymb.report;

import corymb.privacy.Withheld;

/**
 * What an export would write.
 *
 * @param shown how many rows the table has in the project
 * @param withheldRows how many of them would be kept back
 * @param withheld the people they belong to
 */
public record ExportPreview(long shown, long withheldRows, Withheld withheld) {
    /** How many rows the file would have below its heading. */
    public long rows() {
        return shown - withheldRows;
    }
}
