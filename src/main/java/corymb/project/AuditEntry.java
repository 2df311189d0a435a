package corymb.project;

import java.time.Instant;

/**
 * Something that happened to a project and stays on record whatever is undone later.
 *
 * @param at when
 * @param action what was done, such as "export", "undo" or "import"
 * @param detail with what, in words, without personal data
 */
public record AuditEntry(Instant at, String action, String detail) {}
