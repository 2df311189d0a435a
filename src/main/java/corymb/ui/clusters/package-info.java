/** The page of groups of similar customers. */
@NullMarked
package corymb.ui.clusters;

import org.jspecify.annotations.NullMarked;
