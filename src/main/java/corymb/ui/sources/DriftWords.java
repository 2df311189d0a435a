package corymb.ui.sources;

import corymb.importing.Drift;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** In what a file differs from the one before, and what to do about it. */
final class DriftWords {
    private static final int SHOWN = 5;

    private DriftWords() {}

    /** One line each, with what to do. */
    static String of(List<Drift> drift) {
        var words = drift.stream().limit(SHOWN).map(DriftWords::whole).collect(Collectors.joining("\n"));
        return drift.size() <= SHOWN ? words : words + "\n" + Texts.of("import.drift.more", drift.size() - SHOWN);
    }

    private static String whole(Drift drift) {
        return Texts.of("import.drift." + kind(drift), drift.column(), type(drift.before()), type(drift.now()));
    }

    /** A few words for the line of the column itself. */
    static String shortly(Drift drift) {
        return Texts.of("import.drifted." + kind(drift), type(drift.before()), type(drift.now()));
    }

    private static String kind(Drift drift) {
        return drift.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String type(String word) {
        return word.isEmpty() ? "" : ColumnWords.type(ColumnType.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
