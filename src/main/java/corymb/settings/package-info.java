/** What a person prefers, kept between runs. */
@NullMarked
package corymb.settings;

import org.jspecify.annotations.NullMarked;
