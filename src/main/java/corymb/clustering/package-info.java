/** Groups of similar customers and the scores of a grouping. */
@NullMarked
package corymb.clustering;

import org.jspecify.annotations.NullMarked;
