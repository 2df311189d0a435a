/** From results to charts. */
@NullMarked
package corymb.chart;

import org.jspecify.annotations.NullMarked;
