package corymb.ui.quality;

import corymb.repair.Lookup;
import corymb.repair.Lookup.Brought;
import corymb.repair.Lookup.Several;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;

/** A lookup as it is answered in the sheet: keys as two lists of columns in the same order, and columns that come under another name with an arrow. */
final class LookupDraft {
    private static final String ARROW = " → ";

    private LookupDraft() {}

    static MendDraft of(Lookup lookup, MendDraft draft) {
        var here = lookup.keys().stream().map(Lookup.Key::column).toList();
        var there = lookup.keys().stream().map(Lookup.Key::other).toList();
        return draft.with(Ask.OTHER, lookup.source())
                .with(Ask.KEYS, here)
                .with(Ask.OTHER_KEYS, there.equals(here) ? List.of() : there)
                .with(Ask.BRING, lookup.bring().stream().map(LookupDraft::words).toList())
                .with(Ask.SIMILAR, lookup.isFuzzy() ? MendDraft.plain(lookup.similar() * 100) : "")
                .with(Ask.SEVERAL, lookup.several().name())
                .with(Ask.NEWEST_BY, lookup.time());
    }

    /** A column that comes over, as it stands in the sheet. */
    static String words(Brought brought) {
        return brought.as().isEmpty() ? brought.column() : brought.column() + ARROW + brought.as();
    }

    private static Brought brought(String words) {
        int arrow = words.lastIndexOf(ARROW);
        return arrow < 0
                ? new Brought(words, "")
                : new Brought(words.substring(0, arrow), words.substring(arrow + ARROW.length()));
    }

    /**
     * The lookup that a draft says.
     *
     * @throws IllegalArgumentException when something is missing or does not go together
     */
    static Lookup made(MendDraft draft) {
        var several = Several.valueOf(draft.given(Ask.SEVERAL));
        return new Lookup(
                draft.given(Ask.OTHER),
                keys(draft),
                draft.all(Ask.BRING).stream().map(LookupDraft::brought).toList(),
                draft.text(Ask.SIMILAR).isEmpty() ? 0 : draft.share(Ask.SIMILAR),
                several,
                several == Several.NEWEST ? draft.text(Ask.NEWEST_BY) : "");
    }

    private static List<Lookup.Key> keys(MendDraft draft) {
        draft.given(Ask.KEYS);
        var here = draft.all(Ask.KEYS);
        var there = draft.all(Ask.OTHER_KEYS);
        if (!there.isEmpty() && there.size() != here.size()) {
            throw new IllegalArgumentException(Texts.of("mend.keysDiffer"));
        }
        var keys = new ArrayList<Lookup.Key>();
        for (int i = 0; i < here.size(); i++) {
            keys.add(new Lookup.Key(here.get(i), there.isEmpty() ? "" : there.get(i)));
        }
        return keys;
    }
}
