package corymb.report;

import corymb.privacy.Permission;
import java.nio.file.Path;

/**
 * What is to be taken away, and why it may.
 *
 * @param kind which kind of table
 * @param which the segment, recommendation or clustering; empty where there is only one
 * @param permission why personal data may leave
 * @param file where to
 * @param format how it is written
 * @param formulas what becomes of texts in a CSV file that a spreadsheet would take for formulas
 */
public record ExportPlan(Kind kind, String which, Permission permission, Path file, Format format, Formulas formulas) {

    /** With formulas made harmless, as a table should be that a person may open. */
    public ExportPlan(Kind kind, String which, Permission permission, Path file, Format format) {
        this(kind, which, permission, file, format, Formulas.NEUTRALISE);
    }

    /** The tables that can be taken away. */
    public enum Kind {
        SEGMENTS,
        RECOMMENDATIONS,
        CUSTOMERS,
        FEATURES,
        CLUSTERS,
        QUALITY,
        EXPERIMENTS;

        /** Whether its rows are people, or tell of people one by one. */
        public boolean isPersonal() {
            return switch (this) {
                case SEGMENTS, RECOMMENDATIONS, CUSTOMERS, FEATURES, CLUSTERS -> true;
                case QUALITY, EXPERIMENTS -> false;
            };
        }
    }

    /** The formats a table can be written in. */
    public enum Format {
        CSV,
        JSON,
        PARQUET,
        XLSX
    }

    /** What becomes of texts that a spreadsheet would take for formulas. */
    public enum Formulas {
        /** They get an apostrophe before them, so that no spreadsheet runs them. */
        NEUTRALISE,
        /** They are written byte for byte, for programs that take a text for a text. */
        KEEP
    }
}
