/** Starts Corymb: the window or one command. */
@NullMarked
package corymb;

import org.jspecify.annotations.NullMarked;
