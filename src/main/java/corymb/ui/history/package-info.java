/** The page of everything that was done to a project, and of how each result came about. */
@NullMarked
package corymb.ui.history;

import org.jspecify.annotations.NullMarked;
