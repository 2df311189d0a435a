package corymb.ui.customers;

import corymb.chart.Numbers;
import corymb.feature.Events;
import corymb.identity.Customers;
import corymb.importing.Role;
import corymb.project.Made;
import corymb.project.Project;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.Table;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a project knows of one customer.
 *
 * @param attributes of the profile, those that are known
 * @param origins each source with its number of records
 * @param consents each purpose with the last word on it
 * @param segments the names of those the customer belongs to
 * @param group the name of the customer's cluster, while there is one
 * @param events the latest things the customer did, the newest first
 */
public record Person(
        String id,
        List<Fact> attributes,
        List<Fact> origins,
        List<Fact> consents,
        List<String> segments,
        Optional<String> group,
        Table events) {
    private static final int LATEST = 200;

    public Person {
        attributes = List.copyOf(attributes);
        origins = List.copyOf(origins);
        consents = List.copyOf(consents);
        segments = List.copyOf(segments);
    }

    /** A name and what it is, as a person reads it. */
    public record Fact(String name, String value) {}

    static Person read(Engine engine, Project project, String id, Progress progress) {
        var reading = new Reading(engine, project, id, progress);
        var customers = project.customers().orElseThrow().value();
        return new Person(
                id,
                reading.attributes(customers),
                reading.pairs(Sql.of(
                        "select source, cast(records as varchar) from "
                                + customers.origins().quoted() + " where customer_id = ?",
                        id)),
                reading.pairs(Sql.of("select purpose, status from (")
                        .then(project.consents().latest())
                        .then(") where customer_id = ? order by purpose", id)),
                reading.segments(),
                reading.group(),
                reading.events());
    }

    /** The questions about one customer. */
    private record Reading(Engine engine, Project project, String id, Progress progress) {
        private Table table(Sql query) {
            return engine.table(query, progress);
        }

        List<Fact> attributes(Customers customers) {
            var row = table(Sql.of(
                    "select * exclude (customer_id, sources, records) from "
                            + customers.profiles().quoted() + " where customer_id = ?",
                    id));
            return row.columns().stream()
                    .filter(column -> column.size() > 0 && !column.isMissing(0))
                    .map(column -> new Fact(column.name().replace('_', ' '), shown(column)))
                    .toList();
        }

        private static String shown(Column column) {
            return column instanceof TimeColumn time ? Numbers.local().date(time.date(0)) : column.text(0);
        }

        List<Fact> pairs(Sql query) {
            var rows = table(query);
            return IntStream.range(0, rows.rowCount())
                    .mapToObj(row -> new Fact(
                            rows.columns().getFirst().text(row),
                            rows.columns().getLast().text(row)))
                    .toList();
        }

        List<String> segments() {
            return project.segments().stream()
                    .map(Made::value)
                    .filter(segment -> has(segment.members()))
                    .map(segment -> segment.name())
                    .toList();
        }

        private boolean has(Relation members) {
            return engine.number(
                            Sql.of("select count(*) from " + members.quoted() + " where customer_id = ?", id), progress)
                    > 0;
        }

        Optional<String> group() {
            return project.clustering().map(Made::value).flatMap(clustering -> {
                var cluster = table(
                        Sql.of("select cluster from " + clustering.members().quoted() + " where customer_id = ?", id));
                return clustering.clusters().stream()
                        .filter(profile -> cluster.rowCount() > 0
                                && cluster.text(0, "cluster").equals(Integer.toString(profile.cluster())))
                        .map(profile -> profile.name())
                        .findFirst();
            });
        }

        Table events() {
            return table(Sql.of("select timestamp, type, item_id, value from (")
                    .then(Events.of(project.data(Role.EVENTS)))
                    .then(") where customer_id = ? order by timestamp desc limit " + LATEST, id));
        }
    }
}
