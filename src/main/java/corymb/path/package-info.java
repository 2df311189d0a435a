/** What customers did step by step, and how those who began together came back. */
@NullMarked
package corymb.path;

import org.jspecify.annotations.NullMarked;
