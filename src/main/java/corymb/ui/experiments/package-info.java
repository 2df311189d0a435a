/** The page of tests: planned, tried on a segment, or read. */
@NullMarked
package corymb.ui.experiments;

import org.jspecify.annotations.NullMarked;
