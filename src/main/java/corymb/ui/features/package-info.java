/** The page of features: one row of numbers a customer. */
@NullMarked
package corymb.ui.features;

import org.jspecify.annotations.NullMarked;
