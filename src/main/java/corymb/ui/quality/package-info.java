/** The page that says how good the sources are. */
@NullMarked
package corymb.ui.quality;

import org.jspecify.annotations.NullMarked;
