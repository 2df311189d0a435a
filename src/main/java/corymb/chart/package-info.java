/**
 * From results to charts: a {@link corymb.chart.ChartSpec} says what is shown, {@link corymb.chart.Charts} draws it.
 *
 * <p>Also home of what numbers look like ({@link corymb.chart.Numbers}) and of the typeface and colours that screens, files and
 * reports share.
 */
@NullMarked
package corymb.chart;

import org.jspecify.annotations.NullMarked;
