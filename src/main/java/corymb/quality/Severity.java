package corymb.quality;

/** How much a finding matters for what follows. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR
}
