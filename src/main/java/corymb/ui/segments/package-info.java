/** The page where segments are defined, counted and looked into. */
@NullMarked
package corymb.ui.segments;

import org.jspecify.annotations.NullMarked;
