package corymb.chart;

/**
 * The words over a chart.
 *
 * @param finding what the chart shows, a sentence without a full stop: "Six groups explain most of the spread"
 * @param drawn what is drawn: "Inertia by number of clusters"
 */
public record Caption(String finding, String drawn) {}
