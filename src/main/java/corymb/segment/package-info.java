/** Rules, who they match, and named segments. */
@NullMarked
package corymb.segment;

import org.jspecify.annotations.NullMarked;
