/** The page of imported files, and the wizard that takes one in. */
@NullMarked
package corymb.ui.sources;

import org.jspecify.annotations.NullMarked;
