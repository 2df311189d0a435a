package corymb.clustering;

/** What a measure says of a clustering. */
public record Score(Measure measure, double value) {}
