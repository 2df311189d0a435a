/** Jobs, their progress and their outcomes. */
@NullMarked
package corymb.work;

import org.jspecify.annotations.NullMarked;
