/** Maps of many columns on two: what is near in the rows stays near in the picture. */
@NullMarked
package corymb.embedding;

import org.jspecify.annotations.NullMarked;
