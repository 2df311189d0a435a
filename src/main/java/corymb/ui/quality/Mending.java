package corymb.ui.quality;

import corymb.quality.Spelling;
import corymb.repair.Repair;
import corymb.repair.TextRepair;
import java.util.List;

/**
 * What is known of a repair before a person looks at it.
 *
 * @param draft what it does
 * @param entries what was decided about spellings
 * @param odd values that stand among the usual ones, to be decided about
 */
record Mending(MendDraft draft, List<TextRepair.Entry> entries, List<Spelling> odd) {
    Mending {
        entries = List.copyOf(entries);
        odd = List.copyOf(odd);
    }

    static Mending of(MendDraft draft) {
        return new Mending(draft, List.of(), List.of());
    }

    /** A repair that is there, to be edited. */
    static Mending of(Repair repair) {
        return repair instanceof TextRepair.Dictionary dictionary
                ? new Mending(MendDraft.of(repair), dictionary.entries(), List.of())
                : of(MendDraft.of(repair));
    }
}
