/** Fetches rows from databases and web services, to be imported like a file. */
@NullMarked
package corymb.remote;

import org.jspecify.annotations.NullMarked;
