package corymb.quality;

/**
 * A row that looks like another one.
 *
 * @param group which rows it looks like: those of the same number
 * @param part in which of the compared parts it stands, from 0
 * @param place its place among the rows of that part, from 1
 */
public record AlikeRow(int group, int part, long place) {}
