/** The page of recommendations: what to offer to whom, why, and how good that is. */
@NullMarked
package corymb.ui.recommend;

import org.jspecify.annotations.NullMarked;
