package corymb.repair;

import java.util.Map;

/**
 * All rows of the workbench written anew, where that is quicker than changing them one column after another.
 *
 * @param from the rows b of the bench, each once, with what stands beside them, as SQL
 * @param values the new values of columns, by their number, as SQL; the other columns stay
 */
record Anew(String from, Map<Integer, String> values) {
    Anew {
        values = Map.copyOf(values);
    }
}
