package corymb.world;

import corymb.world.Draft.Fault;
import corymb.world.Truth.Place;
import java.io.Closeable;
import java.io.IOException;

/** A file of the firm being written: tells the truth about each row, and writes a few rows twice. */
final class DirtySheet implements Closeable {
    private final String file;
    private final Sheet sheet;
    private final Truth truth;
    private final Chance chance;
    private final double repeated;

    /** @param repeated the share of rows that stand in the file twice */
    DirtySheet(String file, Sheet sheet, Truth truth, Chance chance, double repeated) {
        this.file = file;
        this.sheet = sheet;
        this.truth = truth;
        this.chance = chance;
        this.repeated = repeated;
    }

    /** Writes a row and returns where it stands. */
    Place write(String id, Draft draft) {
        var place = writeOnce(id, draft);
        if (chance.happens(repeated)) {
            var again = writeOnce(id, draft);
            truth.planted(again, new Fault("", "repeated_row", id, "line " + place.line()));
        }
        return place;
    }

    private Place writeOnce(String id, Draft draft) {
        var place = new Place(file, sheet.row(draft.values()), id);
        draft.faults().forEach(fault -> truth.planted(place, fault));
        return place;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
