package corymb.quality;

import corymb.importing.RowCounts;
import java.time.Instant;

/**
 * One of two imports that are laid side by side.
 *
 * @param number its number in the source, counted from 1
 * @param file the name of its file
 * @param at when it came in
 * @param counts where its rows went
 */
public record ImportFacts(int number, String file, Instant at, RowCounts counts) {}
