package corymb.ui.kit;

import corymb.table.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages of rows around what is seen, fetched when first asked for; used on the JavaFX thread. */
final class PageCache {
    static final int PAGE = 256;
    private static final int MOST_PAGES = 64;

    private final RowSource source;
    private final Runnable whenLoaded;
    private Decimals decimals = Decimals.none();
    private final Set<Long> underWay = new HashSet<>();
    private final Map<Long, Table> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Table> eldest) {
            return size() > MOST_PAGES;
        }
    };

    PageCache(RowSource source, Runnable whenLoaded) {
        this.source = source;
        this.whenLoaded = whenLoaded;
    }

    RowSource source() {
        return source;
    }

    /** The page with that row; empty while it is being fetched. */
    Optional<Table> pageOf(long row) {
        long page = row / PAGE;
        var found = pages.get(page);
        if (found == null && underWay.add(page)) {
            Background.compute(() -> Page.of(source.page(page * PAGE, PAGE)), read -> loaded(page, read));
        }
        return Optional.ofNullable(found);
    }

    /** How many decimals the numbers of a column need, as far as it is known. */
    int decimals(String column) {
        return decimals.of(column);
    }

    private void loaded(long page, Page read) {
        underWay.remove(page);
        pages.put(page, read.table());
        decimals = decimals.with(read.decimals());
        whenLoaded.run();
    }

    /** Rows and what their numbers need. */
    private record Page(Table table, Decimals decimals) {
        static Page of(Table table) {
            return new Page(table, Decimals.of(table));
        }
    }
}
