package corymb.quality;

/**
 * Which two imports of a source are laid side by side.
 *
 * @param source the source
 * @param earlier the number of the one that is compared with, counted from 1
 * @param later the number of the one that is looked at
 */
public record ComparisonPlan(String source, int earlier, int later) {}
