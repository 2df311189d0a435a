package corymb.sql;

/**
 * A relation whose rows a query gives whenever it is asked, so that they are not stored.
 *
 * @param name its name
 * @param rows the query, without parameters, over stored relations
 */
public record View(String name, Sql rows) {}
