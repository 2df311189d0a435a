/** Texts read as values of a type: the ways in which dates and numbers are written, and which of them a column has. */
@NullMarked
package corymb.reading;

import org.jspecify.annotations.NullMarked;
