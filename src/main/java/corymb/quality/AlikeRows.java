package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the rows of sources that likely tell of the same person or thing although they are written differently.
 *
 * <p>Rows that share a block, such as the e-mail address, or the birth date and the beginning of the name, are compared field by
 * field. Two rows are alike when the mean of these {@link Likeness}es, weighted by how much a field tells (another address little, since people move), is at least 0.86
 * and enough fields are there to tell; rows alike through others are one group. Blocks of more than 40 rows, such as of a very
 * frequent name, are passed over.
 *
 * <p>References: W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record
 * linkage, Proceedings of the Section on Survey Research Methods, American Statistical Association, 1990; P. Christen, A survey
 * of indexing techniques for scalable record linkage and deduplication, IEEE Transactions on Knowledge and Data Engineering
 * 24(9), 2012, doi:10.1109/TKDE.2011.127 (blocking).
 *
 * <p>Cost: one pass over the rows, one grouping a kind of block, and the pairs within the blocks.
 */
record AlikeRows(Engine engine, List<Source> sources, Progress progress) {
    private static final double ALIKE = 0.86;
    /** The weight of the fields that two people must both have: more than their names and a town. */
    private static final double ENOUGH = 8;

    private static final double ENOUGH_OF_ITEMS = 5;
    /** Another address tells so much less than the same one. */
    private static final double CHANGED = 0.25;

    private static final int LARGEST_BLOCK = 40;
    private static final long MOST_ROWS = 1_000_000;
    private static final String PLAIN = "plain rows";
    private static final String PAIRS = "alike pairs";

    /**
     * A field that is compared.
     *
     * @param weight how much it tells
     * @param isLasting whether people keep it, so that another value tells as much as the same one
     */
    private record Compared(String field, Likeness likeness, double weight, boolean isLasting) {
        String left() {
            return "l." + Sql.name(field);
        }

        String right() {
            return "r." + Sql.name(field);
        }

        /** Null where one is missing. */
        String likenessOfBoth() {
            return likeness.of(left(), right());
        }

        /** How much both tell; null where one is missing. */
        String weightOfBoth() {
            var other = isLasting ? weight : weight * CHANGED;
            return weight + " - " + (weight - other) + " * (1 - (" + likenessOfBoth() + "))";
        }
    }

    private static final List<Compared> OF_PEOPLE = List.of(
            new Compared("email", Likeness.EMAIL, 3, true),
            new Compared("phone", Likeness.PHONE, 3, true),
            new Compared("birth_date", Likeness.DAY, 3, true),
            new Compared("family_name", Likeness.WORDS, 3, true),
            new Compared("given_name", Likeness.WORDS, 3, true),
            new Compared("street", Likeness.WORDS, 2, false),
            new Compared("postcode", Likeness.WORDS, 1, false),
            new Compared("city", Likeness.WORDS, 1, false));

    private static final List<List<String>> BLOCKS_OF_PEOPLE = List.of(
            List.of("email"),
            List.of("phone"),
            List.of("left(family_name, 3)", "left(given_name, 1)", "birth_date"),
            List.of("left(family_name, 4)", "postcode"),
            List.of("left(given_name, 3)", "birth_date"),
            List.of("family_name", "given_name", "city"),
            List.of("family_name", "given_name"),
            List.of("street", "city"));

    private static final List<Compared> OF_ITEMS = List.of(
            new Compared("title", Likeness.WORDS, 5, true),
            new Compared("brand", Likeness.WORDS, 2, true),
            new Compared("category", Likeness.WORDS, 1, true),
            new Compared("price", Likeness.NUMBER, 2, true));

    private static final List<List<String>> BLOCKS_OF_ITEMS =
            List.of(List.of("title"), List.of("left(title, 8)", "price"), List.of("brand", "price", "left(title, 3)"));

    /** Checks that name the rows of one of the sources: those alike within it, and those that look like rows of other sources. */
    static List<Check> checks(List<Source> sources, int of, List<AlikeRow> alike) {
        var checks = new ArrayList<Check>();
        var within = groups(alike.stream().filter(row -> row.part() == of), members -> members.size() > 1);
        if (!within.isEmpty()) {
            var source = sources.get(of);
            var part = new Check.Part(
                    source.name(), source.data().name(), source.data().schema().names());
            checks.add(Check.Alike.of(
                    List.of(part),
                    within.stream()
                            .map(row -> new AlikeRow(row.group(), 0, row.place()))
                            .toList(),
                    within.size()));
        }
        var across = groups(
                alike.stream(),
                members -> members.stream().anyMatch(row -> row.part() == of)
                        && members.stream().anyMatch(row -> row.part() != of));
        if (!across.isEmpty()) {
            checks.add(Check.Alike.of(
                    sources.stream().map(AlikeRows::comparedPart).toList(),
                    across,
                    across.stream().filter(row -> row.part() == of).count()));
        }
        return checks;
    }

    private static Check.Part comparedPart(Source source) {
        var fields = fields(source.role()).stream()
                .map(Compared::field)
                .filter(source::has)
                .toList();
        return new Check.Part(source.name(), source.data().name(), fields);
    }

    /** Those groups of rows that are wanted, numbered anew from 1. */
    private static List<AlikeRow> groups(Stream<AlikeRow> rows, Predicate<List<AlikeRow>> wanted) {
        var groups =
                rows
                        .collect(Collectors.groupingBy(AlikeRow::group, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .filter(wanted)
                        .toList();
        return IntStream.range(0, groups.size())
                .boxed()
                .flatMap(number ->
                        groups.get(number).stream().map(row -> new AlikeRow(number + 1, row.part(), row.place())))
                .toList();
    }

    private static List<Compared> fields(Role role) {
        return switch (role) {
            case CUSTOMERS -> OF_PEOPLE;
            case ITEMS -> OF_ITEMS;
            case EVENTS, CONSENTS, EXPOSURES -> List.of();
        };
    }

    /** The rows that look like another one, group after group; none for roles whose rows are no persons or things. */
    List<AlikeRow> find() {
        var role = sources.getFirst().role();
        return switch (role) {
            case CUSTOMERS -> find(OF_PEOPLE, BLOCKS_OF_PEOPLE, ENOUGH);
            case ITEMS -> find(OF_ITEMS, BLOCKS_OF_ITEMS, ENOUGH_OF_ITEMS);
            case EVENTS, CONSENTS, EXPOSURES -> List.of();
        };
    }

    private List<AlikeRow> find(List<Compared> fields, List<List<String>> blocks, double enough) {
        long rows = sources.stream().mapToLong(Source::accepted).sum();
        var known = fields.stream()
                .filter(field -> sources.stream().anyMatch(source -> source.has(field.field())))
                .toList();
        if (rows > MOST_ROWS || known.stream().mapToDouble(Compared::weight).sum() < enough) {
            return List.of();
        }
        engine.create(PLAIN, plain(fields), progress);
        try {
            var pairs = engine.table(pairs(fields, blocks, enough), progress);
            var groups = new Groups();
            for (int pair = 0; pair < pairs.rowCount(); pair++) {
                groups.join((long) pairs.numbers("l").get(pair), (long)
                        pairs.numbers("r").get(pair));
            }
            return groups.rows().stream().map(this::row).toList();
        } finally {
            engine.drop(PLAIN);
        }
    }

    /** All rows numbered through, with the fields in one way of writing; a field that a source lacks is missing. */
    private Sql plain(List<Compared> fields) {
        var selects = new ArrayList<Sql>();
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            var columns = fields.stream()
                    .map(field -> (source.has(field.field())
                                    ? field.likeness().plain(Sql.name(field.field()))
                                    : "cast(null as varchar)")
                            + " as " + Sql.name(field.field()))
                    .collect(Collectors.joining(", "));
            selects.add(Sql.of("select row_number() over () + " + before(i) + " as row, " + columns + " from "
                    + source.data().quoted()));
        }
        return Sql.join(" union all ", selects);
    }

    private long before(int source) {
        return sources.subList(0, source).stream().mapToLong(Source::accepted).sum();
    }

    private AlikeRow row(Groups.Member member) {
        int source = IntStream.range(0, sources.size())
                .filter(each -> member.row() > before(each))
                .max()
                .orElse(0);
        return new AlikeRow(member.group(), source, member.row() - before(source));
    }

    /** Blocks go by the hash of what their rows share: two that have one by chance only bring a few more pairs to compare. */
    private static Sql pairs(List<Compared> fields, List<List<String>> blocks, double enough) {
        var keys = IntStream.range(0, blocks.size())
                .mapToObj(block -> keys(block, blocks.get(block)))
                .collect(Collectors.joining(" union all "));
        var likenesses = sum(fields, field -> "(" + field.weightOfBoth() + ") * (" + field.likenessOfBoth() + ")");
        var weights = sum(fields, Compared::weightOfBoth);
        return Sql.of("with keys as materialized (" + keys
                + "), blocks as (select key from keys group by key having count(*) between 2 and " + LARGEST_BLOCK
                + "), members as materialized (select key, row from keys where key in (select key from blocks)), "
                + Sql.name(PAIRS)
                + " as (select distinct a.row as l, b.row as r from members a join members b on a.key = "
                + "b.key and a.row < b.row), measured as (select p.l, p.r, "
                + likenesses + " as likeness, " + weights + " as weight from " + Sql.name(PAIRS) + " p join "
                + Sql.name(PLAIN) + " l on l.row = p.l join " + Sql.name(PLAIN)
                + " r on r.row = p.r) select l, r from measured where weight >= " + enough + " and likeness >= " + ALIKE
                + " * weight order by l, r");
    }

    private static String keys(int block, List<String> shared) {
        return "select hash(" + block + ", " + String.join(", ", shared) + ") as key, row from " + Sql.name(PLAIN)
                + " where " + String.join(" is not null and ", shared) + " is not null";
    }

    private static String sum(List<Compared> fields, Function<Compared, String> term) {
        return fields.stream()
                .map(field -> "coalesce(" + term.apply(field) + ", 0)")
                .collect(Collectors.joining(" + "));
    }

    /** Rows in groups: those joined with each other, directly or through others. */
    private static final class Groups {
        private final Map<Long, Long> leaders = new TreeMap<>();

        record Member(int group, long row) {}

        void join(long one, long other) {
            long first = leader(one);
            long second = leader(other);
            leaders.put(Math.max(first, second), Math.min(first, second));
        }

        private long leader(long row) {
            long at = row;
            for (long next = leaders.computeIfAbsent(at, own -> own); next != at; next = leaders.get(at)) {
                at = next;
            }
            leaders.put(row, at);
            return at;
        }

        /** Group after group, numbered from 1 in the order of their first rows. */
        List<Member> rows() {
            var groups = new TreeMap<Long, List<Long>>();
            List.copyOf(leaders.keySet())
                    .forEach(row -> groups.computeIfAbsent(leader(row), _ -> new ArrayList<>())
                            .add(row));
            var members = new ArrayList<Member>();
            int group = 0;
            for (var rows : groups.values()) {
                group++;
                for (long row : rows) {
                    members.add(new Member(group, row));
                }
            }
            return members;
        }
    }
}
