/** From records to one profile per person. */
@NullMarked
package corymb.identity;

import org.jspecify.annotations.NullMarked;
