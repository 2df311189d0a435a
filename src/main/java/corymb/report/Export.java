package corymb.report;

import corymb.privacy.Withheld;

/**
 * A table that was taken away: {@code rows = shown - withheldRows}.
 *
 * @param plan how it came about
 * @param rows how many rows the file has below its heading
 * @param shown how many rows the table has in the project
 * @param withheldRows how many of them were kept back
 * @param withheld the people they belong to
 * @param sha256 the file's SHA-256 checksum in hexadecimal
 */
public record Export(ExportPlan plan, long rows, long shown, long withheldRows, Withheld withheld, String sha256) {
    public Export {
        if (rows != shown - withheldRows) {
            throw new IllegalArgumentException(rows + " rows are not " + shown + " less " + withheldRows);
        }
    }
}
