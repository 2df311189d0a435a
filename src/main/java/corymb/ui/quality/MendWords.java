package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.repair.RepairPreview;
import corymb.ui.kit.Texts;

/**
 * What a preview comes to, in words.
 *
 * @param preview what the repair would do
 * @param all how many rows the source has
 * @param isEdit whether it takes the place of another repair
 */
record MendWords(RepairPreview preview, long all, boolean isEdit) {
    private boolean isOfSome() {
        return preview.looked() < all;
    }

    private long rows() {
        return preview.outcome().rows();
    }

    String told() {
        var key = rows() == 1 ? "mend.changesOne" : "mend.changes";
        if (isOfSome()) {
            key = "mend.changesOfSome";
        } else if (rows() == 0) {
            key = "mend.changesNone";
        }
        var changed = Texts.of(key, count(rows()), count(all), count(preview.looked()));
        return (changed + " " + preview.outcome().note()).strip();
    }

    /** What the button says that does it. */
    String verb() {
        if (isEdit) {
            return Texts.of("mend.save");
        }
        if (isOfSome()) {
            return Texts.of("mend.verb");
        }
        return rows() == 0
                ? Texts.of("mend.verbNone")
                : Texts.of(rows() == 1 ? "mend.verbOne" : "mend.verbMany", count(rows()));
    }

    private static String count(long rows) {
        return Numbers.local().count(rows);
    }
}
