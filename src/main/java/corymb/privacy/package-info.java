/** Consents and what may be used for which purpose. */
@NullMarked
package corymb.privacy;

import org.jspecify.annotations.NullMarked;
