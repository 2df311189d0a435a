/** Seeds, shares, intervals and statistical tests. */
@NullMarked
package corymb.stats;

import org.jspecify.annotations.NullMarked;
