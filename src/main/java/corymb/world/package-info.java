/** The invented outdoor retailer behind the sample data. */
@NullMarked
package corymb.world;

import org.jspecify.annotations.NullMarked;
