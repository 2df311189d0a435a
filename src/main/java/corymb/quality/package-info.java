/** Profiles, checks and scores of the imported data. */
@NullMarked
package corymb.quality;

import org.jspecify.annotations.NullMarked;
