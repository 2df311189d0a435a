package corymb.chart;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A font file whose characters 0 to 9 show the glyphs of its own tabular set, since neither JavaFX nor AWT can ask for the
 * OpenType feature {@code tnum}.
 *
 * <p>Reference: OpenType specification 1.9, tables cmap (format 4, 12), GSUB (single substitution) and head.
 */
@SuppressWarnings("ByteBufferBackingArray") // every buffer here wraps a whole array
final class TabularFigures {
    private static final int DIRECTORY_ENTRY = 16;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    private final ByteBuffer font;

    private TabularFigures(ByteBuffer font) {
        this.font = font;
    }

    static TabularFigures in(byte[] font) {
        var original = new TabularFigures(ByteBuffer.wrap(font));
        var tabular = original.tabularGlyphs();
        return tabular.isEmpty() ? original : original.mapped(tabular);
    }

    InputStream stream() {
        return new ByteArrayInputStream(font.array());
    }

    private TabularFigures mapped(Map<Integer, Integer> tabular) {
        var glyphs = glyphs();
        for (int digit = '0'; digit <= '9'; digit++) {
            glyphs.computeIfPresent(digit, (_, glyph) -> tabular.getOrDefault(glyph, glyph));
        }
        return withCharacterMap(characterMap(glyphs));
    }

    private int entry(String tag) {
        int tables = unsigned(4);
        for (int entry = 12; entry < 12 + tables * DIRECTORY_ENTRY; entry += DIRECTORY_ENTRY) {
            if (tag(entry).equals(tag)) {
                return entry;
            }
        }
        return -1;
    }

    private int table(String tag) {
        int entry = entry(tag);
        return entry < 0 ? -1 : font.getInt(entry + 8);
    }

    /** From proportional to tabular glyph; empty when the font has no such set. */
    private Map<Integer, Integer> tabularGlyphs() {
        var found = new TreeMap<Integer, Integer>();
        int gsub = table("GSUB");
        if (gsub < 0) {
            return found;
        }
        int features = gsub + unsigned(gsub + 6);
        int lookups = gsub + unsigned(gsub + 8);
        for (int i = 0; i < unsigned(features); i++) {
            int named = features + 2 + i * 6;
            if (tag(named).equals("tnum")) {
                int feature = features + unsigned(named + 4);
                for (int j = 0; j < unsigned(feature + 2); j++) {
                    int lookup = lookups + unsigned(lookups + 2 + 2 * unsigned(feature + 4 + 2 * j));
                    addLookup(lookup, found);
                }
            }
        }
        return found;
    }

    private void addLookup(int lookup, Map<Integer, Integer> found) {
        int type = unsigned(lookup);
        for (int i = 0; i < unsigned(lookup + 4); i++) {
            int subtable = lookup + unsigned(lookup + 6 + 2 * i);
            if (type == 1) {
                addSingle(subtable, found);
            } else if (type == 7 && unsigned(subtable + 2) == 1) {
                addSingle(subtable + font.getInt(subtable + 4), found);
            }
        }
    }

    private void addSingle(int subtable, Map<Integer, Integer> found) {
        boolean listed = unsigned(subtable) == 2;
        var covered = covered(subtable + unsigned(subtable + 2));
        for (int i = 0; i < covered.size(); i++) {
            int glyph = covered.get(i);
            int substitute = listed ? unsigned(subtable + 6 + 2 * i) : (glyph + unsigned(subtable + 4)) & 0xFFFF;
            found.put(glyph, substitute);
        }
    }

    private java.util.List<Integer> covered(int coverage) {
        var glyphs = new java.util.ArrayList<Integer>();
        for (int i = 0; i < unsigned(coverage + 2); i++) {
            if (unsigned(coverage) == 1) {
                glyphs.add(unsigned(coverage + 4 + 2 * i));
            } else {
                int range = coverage + 4 + 6 * i;
                for (int glyph = unsigned(range); glyph <= unsigned(range + 2); glyph++) {
                    glyphs.add(glyph);
                }
            }
        }
        return glyphs;
    }

    /** From character to glyph, by every map of the font that is understood. */
    private Map<Integer, Integer> glyphs() {
        var glyphs = new TreeMap<Integer, Integer>();
        int cmap = table("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            switch (unsigned(subtable)) {
                case 4 -> addSegments(subtable, glyphs);
                case 12 -> addGroups(subtable, glyphs);
                default -> {}
            }
        }
        return glyphs;
    }

    private void addSegments(int subtable, Map<Integer, Integer> glyphs) {
        int doubled = unsigned(subtable + 6);
        for (int i = 0; i < doubled; i += 2) {
            int end = unsigned(subtable + 14 + i);
            int start = unsigned(subtable + 16 + doubled + i);
            int delta = unsigned(subtable + 16 + 2 * doubled + i);
            int at = subtable + 16 + 3 * doubled + i;
            int offset = unsigned(at);
            for (int character = start; character <= end && character != 0xFFFF; character++) {
                int raw = offset == 0 ? character : unsigned(at + offset + 2 * (character - start));
                glyphs.put(character, (raw + delta) & 0xFFFF);
            }
        }
    }

    private void addGroups(int subtable, Map<Integer, Integer> glyphs) {
        for (int i = 0; i < font.getInt(subtable + 12); i++) {
            int group = subtable + 16 + 12 * i;
            int start = font.getInt(group);
            for (int character = start; character <= font.getInt(group + 4); character++) {
                glyphs.put(character, font.getInt(group + 8) + character - start);
            }
        }
    }

    private static byte[] characterMap(Map<Integer, Integer> glyphs) {
        int length = 16 + 12 * glyphs.size();
        var map = ByteBuffer.allocate(20 + length);
        map.putShort((short) 0).putShort((short) 2);
        map.putShort((short) 0).putShort((short) 4).putInt(20);
        map.putShort((short) 3).putShort((short) 10).putInt(20);
        map.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
        glyphs.forEach(
                (character, glyph) -> map.putInt(character).putInt(character).putInt(glyph));
        return map.array();
    }

    private TabularFigures withCharacterMap(byte[] map) {
        int start = Math.ceilDiv(font.capacity(), 4) * 4;
        var grown = ByteBuffer.allocate(start + Math.ceilDiv(map.length, 4) * 4);
        grown.put(font.array()).put(start, map);
        int entry = entry("cmap");
        grown.putInt(entry + 4, sum(grown, start, map.length))
                .putInt(entry + 8, start)
                .putInt(entry + 12, map.length);
        int adjustment = table("head") + 8;
        grown.putInt(adjustment, 0).putInt(adjustment, CHECKSUM_MAGIC - sum(grown, 0, grown.capacity()));
        return new TabularFigures(grown);
    }

    private static int sum(ByteBuffer bytes, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i += 4) {
            sum += bytes.getInt(i);
        }
        return sum;
    }

    private String tag(int at) {
        return new String(font.array(), at, 4, StandardCharsets.US_ASCII);
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }
}
