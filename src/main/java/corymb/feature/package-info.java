/** From events and attributes to one row per customer. */
@NullMarked
package corymb.feature;

import org.jspecify.annotations.NullMarked;
