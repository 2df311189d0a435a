package corymb.importing;

/** What can be wrong with a record. */
enum Flaw {
    TEXT_AFTER_QUOTE("Text follows the closing quote mark of a value."),
    UNCLOSED_QUOTE("A quoted value is never closed."),
    BAD_BYTES("Some bytes are not valid in the file's encoding."),
    NUL("The row holds NUL bytes, which are no text."),
    TOO_WIDE("The row has more than " + RecordScanner.MOST_CELLS + " values.");

    private final String reason;

    Flaw(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
