/** The page before any project is open. */
@NullMarked
package corymb.ui.welcome;

import org.jspecify.annotations.NullMarked;
