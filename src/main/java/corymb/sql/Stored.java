package corymb.sql;

import java.util.List;

/** A result that keeps rows in the engine, which its project stores with it. */
public interface Stored {
    List<Relation> relations();

    /** What it gives of those rows without keeping them again. */
    default List<View> views() {
        return List.of();
    }
}
