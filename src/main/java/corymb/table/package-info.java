/** Immutable tables, columns and matrices. */
@NullMarked
package corymb.table;

import org.jspecify.annotations.NullMarked;
