/** Who meets a rule, as named segments. */
@NullMarked
package corymb.segment;

import org.jspecify.annotations.NullMarked;
