/** The page of what a person prefers. */
@NullMarked
package corymb.ui.preferences;

import org.jspecify.annotations.NullMarked;
