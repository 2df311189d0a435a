package corymb.importing;

import java.util.Map;
import java.util.Objects;

/** Where the rows of a source came from; what it takes to get in there, such as passwords, is never part of it. */
public sealed interface Origin {
    /** Files on this machine. */
    Origin FILES = new Files();

    /** The place in a few words; empty for files. */
    String words();

    /** What a source from there may be called; empty for files. */
    String proposedName();

    /** Files on this machine, which the plan names itself. */
    record Files() implements Origin {
        @Override
        public String words() {
            return "";
        }

        @Override
        public String proposedName() {
            return "";
        }
    }

    /**
     * A table of a database, or what a query gives there.
     *
     * @param kind whose database it is
     * @param host the machine's name or address, and nothing else
     * @param port 1 to 65535
     * @param database its name there
     * @param user who asks
     * @param table the table or view, with or without the name of its schema and a point before; empty for a query
     * @param query one reading statement; empty for a table
     * @param properties settings of the connection, of those that {@code kind} allows
     */
    record Database(
            DatabaseKind kind,
            String host,
            int port,
            String database,
            String user,
            String table,
            String query,
            Map<String, String> properties)
            implements Origin {
        public Database {
            properties = Map.copyOf(properties);
        }

        @Override
        public String words() {
            return database + (table.isEmpty() ? "" : ", " + table) + " at " + host + ":" + port + " (" + kind.label()
                    + ")";
        }

        @Override
        public String proposedName() {
            return table.isEmpty() ? database : table.substring(table.lastIndexOf('.') + 1);
        }
    }

    /**
     * A list in the pages that a web service answers with.
     *
     * @param url of the first page
     * @param items the path of names to the list in a page, such as data.items; empty for the page itself
     * @param paging how the next page is found
     * @param mostPages at most so many are fetched, from 1
     * @param allowsPlain whether the connection may be without encryption
     */
    record Service(String url, String items, Paging paging, int mostPages, boolean allowsPlain) implements Origin {
        /** The parameters of an address may hold keys. */
        @Override
        public String words() {
            return url.replaceFirst("[?#].*$", "");
        }

        @Override
        public String proposedName() {
            var path = words().replaceFirst("^[^:]*://", "").replaceAll("/+$", "");
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** How the page after a page is found. */
    sealed interface Paging {
        /** There is one page. */
        record Single() implements Paging {}

        /**
         * Its address stands in the page.
         *
         * @param field the path of names to it, such as links.next; empty for the header Link with rel=next
         */
        record Link(String field) implements Paging {}

        /**
         * A parameter of the address counts, until a page holds no items.
         *
         * @param parameter its name, such as page or offset
         * @param first its value for the first page
         * @param step what is added for each; 0 for as many as the items of the page
         */
        record Counter(String parameter, long first, long step) implements Paging {}
    }

    /** The place that is told, or files, of which projects of earlier versions do not tell. */
    static Origin orFiles(Origin told) {
        return Objects.requireNonNullElse(told, FILES);
    }
}
