/** From columns as they are to numbers without gaps, for models: a plan of steps, what they learn, and what comes of it. */
@NullMarked
package corymb.preparation;

import org.jspecify.annotations.NullMarked;
