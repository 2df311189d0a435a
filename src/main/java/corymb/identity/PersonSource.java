package corymb.identity;

import corymb.sql.Relation;

/**
 * One source of people: rows with fields such as id and email, and attributes.
 *
 * @param source the name people know it by
 * @param data its accepted rows, in file order
 */
public record PersonSource(String source, Relation data) {}
