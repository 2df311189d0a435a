/** The project file in SQLite. */
@NullMarked
package corymb.store;

import org.jspecify.annotations.NullMarked;
