package corymb.segment;

import corymb.feature.EventAnswers;
import corymb.feature.EventSources;
import corymb.rule.Moment;
import corymb.rule.Terms;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Field;
import corymb.table.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The people a rule can ask about and what is known of each.
 *
 * <p>Assumes: every relation has at most one row a person, under {@code customer_id}.
 *
 * @param people one row a person
 * @param more relations that know further fields of some of them, such as the members of a clustering; where a field's name
 *     is taken already, the earlier relation's counts
 * @param events what they did, and the items it was about
 * @param segments the members of the segments there are, by name
 * @param moment the time the fields describe, and whose days are meant; what happened then or later does not count
 */
public record Population(
        Relation people, List<Relation> more, EventSources events, Map<String, Relation> segments, Moment moment) {
    /** The column that names a person. */
    public static final String ID = "customer_id";

    /** The field that names the sources which know a person, with commas between them. */
    public static final String SOURCES = "sources";

    /** The field that holds the number of a person's group. */
    public static final String CLUSTER = "cluster";

    /** The field that says how surely somebody is of their group, 0 to 1. */
    public static final String CONFIDENCE = "cluster_confidence";

    public Population {
        more = List.copyOf(more);
        segments = Map.copyOf(segments);
        if (!people.schema().has(ID)
                || more.stream().anyMatch(other -> !other.schema().has(ID))) {
            throw new IllegalArgumentException("A relation of people needs a column " + ID);
        }
    }

    /** People by the days of UTC. */
    public static Population of(Relation features, Instant asOf) {
        return of(features, Moment.utc(asOf));
    }

    public static Population of(Relation features, Moment moment) {
        return new Population(features, List.of(), new EventSources(List.of(), List.of()), Map.of(), moment);
    }

    public Instant asOf() {
        return moment.at();
    }

    /** The same people with the fields of one more relation, such as {@code cluster}. */
    public Population with(Relation further) {
        var all = new ArrayList<>(more);
        all.add(further);
        return new Population(people, all, events, segments, moment);
    }

    /** The same people with the sources that know each. */
    public Population from(Relation profiles) {
        var told = profiles.schema().fields().stream()
                .filter(field -> field.name().equals(ID) || field.name().equals(SOURCES))
                .toList();
        return profiles.schema().has(SOURCES)
                ? with(new Relation(profiles.name(), new Schema(told), profiles.rows()))
                : this;
    }

    /** The same people and what they did. */
    public Population doing(EventSources happened) {
        return new Population(people, more, happened, segments, moment);
    }

    /** The same people and the segments they are in. */
    public Population in(Map<String, Relation> members) {
        return new Population(people, more, events, members, moment);
    }

    /** What a rule can ask about. */
    public Terms terms() {
        return new Terms(schema(), done().schema(), segments.keySet());
    }

    Optional<Relation> segment(String name) {
        return Optional.ofNullable(segments.get(name));
    }

    /** What they did. */
    public EventAnswers done() {
        return new EventAnswers(events, moment);
    }

    /** The fields a rule can use. */
    public Schema schema() {
        return new Schema(
                sources().stream().flatMap(source -> source.fields().stream()).toList());
    }

    /** A query for one row a person with the id and these fields. */
    public Sql rows(Collection<String> fields) {
        var columns = new ArrayList<String>(List.of("p0." + Sql.name(ID)));
        var tables = new StringBuilder(people.quoted() + " p0");
        var sources = sources();
        for (int i = 0; i < sources.size(); i++) {
            var alias = "p" + i;
            var used = sources.get(i).fields().stream()
                    .map(Field::name)
                    .filter(name -> fields.contains(name) && !name.equals(ID))
                    .toList();
            used.forEach(name -> columns.add(alias + "." + Sql.name(name)));
            if (i > 0 && !used.isEmpty()) {
                tables.append(joined(sources.get(i).relation(), alias));
            }
        }
        return Sql.of("select " + String.join(", ", columns) + " from " + tables);
    }

    private static String joined(Relation relation, String alias) {
        var id = Sql.name(ID);
        return " left join " + relation.quoted() + " " + alias + " on p0." + id + " = " + alias + "." + id;
    }

    /** The engine's names ignore case, so of two fields that differ in case only the first counts. */
    private List<Source> sources() {
        Set<String> taken = new TreeSet<>();
        var sources = new ArrayList<Source>();
        sources.add(new Source(people, fresh(people, taken)));
        more.forEach(relation -> sources.add(new Source(relation, fresh(relation, taken))));
        return sources;
    }

    private static List<Field> fresh(Relation relation, Set<String> taken) {
        return relation.schema().fields().stream()
                .filter(field -> taken.add(field.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A relation and the fields it is the first to know. */
    private record Source(Relation relation, List<Field> fields) {}
}
