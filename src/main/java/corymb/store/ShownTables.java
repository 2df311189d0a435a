package corymb.store;

import corymb.clustering.Clustering;
import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Origin;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.project.Made;
import corymb.project.Project;
import corymb.quality.QualityReport;
import corymb.recommend.Recommendations;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.store.ShownRows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which rows stand in which of the file's ordinary tables for a project; those of members are {@link ShownMembers}. */
final class ShownTables {
    /** The tables whose rows follow the present project. */
    static final Set<String> NAMES = Set.of(
            "source",
            "source_column",
            "rejected_row",
            "finding",
            "customer",
            "customer_origin",
            "consent",
            "feature",
            "customer_feature",
            "clustering",
            "clustering_candidate",
            "cluster_member",
            "segment",
            ShownMembers.TABLE,
            "recommendation",
            "experiment");

    private final ChangeCodec codec;
    private final List<ShownRows> shown = new ArrayList<>();

    ShownTables(ChangeCodec codec) {
        this.codec = codec;
    }

    List<ShownRows> of(Project project) {
        project.sources().forEach(this::source);
        project.quality().ifPresent(this::quality);
        project.customers().ifPresent(this::customers);
        consents(project);
        project.features().ifPresent(this::features);
        project.clusterings().forEach(this::clustering);
        project.segments().forEach(this::segment);
        project.recommendation().ifPresent(this::recommendations);
        project.studies().forEach(this::study);
        return List.copyOf(shown);
    }

    private void source(Made<Source> made) {
        var source = made.value();
        given(
                "source",
                made,
                List.of("source", "role", "file", "rows", "accepted", "rejected", "duplicates", "imported_at"),
                List.of(row(
                        source.name(),
                        lower(source.role()),
                        source.plan().origin().equals(Origin.FILES)
                                ? source.plan().file().toString()
                                : source.plan().place(),
                        source.rows(),
                        source.counts().accepted(),
                        source.rejected(),
                        source.duplicates(),
                        made.at())));
        given(
                "source_column",
                made,
                List.of("source", "position", "name", "type", "file_column", "field", "unreadable"),
                IntStream.range(0, source.columns().size())
                        .mapToObj(position -> sourceColumn(source, position))
                        .toList());
        queried(
                "rejected_row",
                made,
                List.of("source", "line", "column_name", "text", "reason"),
                Sql.of(
                                "select cast(? as varchar), line, \"column\", text, reason"
                                        + (source.hasEntries() ? " || ' In ' || entry || '.'" : "")
                                        + " from (",
                                source.name())
                        .then(source.rejects())
                        .then(")"));
    }

    private static List<@Nullable Object> sourceColumn(Source source, int position) {
        var column = source.columns().get(position);
        return row(
                source.name(),
                position + 1,
                column.name(),
                lower(column.type()),
                column.column(),
                column.field(),
                column.unreadable());
    }

    private void quality(Made<QualityReport> made) {
        var rows = made.value().sources().stream()
                .flatMap(source -> source.findings().stream()
                        .map(finding -> row(
                                source.source(),
                                finding.check().label(),
                                lower(finding.severity()),
                                finding.column(),
                                finding.rows(),
                                finding.message())))
                .toList();
        given("finding", made, List.of("source", "check_name", "severity", "column_name", "rows", "message"), rows);
    }

    private void customers(Made<Customers> made) {
        var profiles = made.value().profiles();
        queried("customer", made, List.of("customer_id", "profile"), asJson(profiles));
        queried(
                "customer_origin",
                made,
                List.of("customer_id", "source", "records"),
                Sql.of("select customer_id, source, records from "
                        + made.value().origins().quoted()));
    }

    /** Consents follow their sources: they are keyed by the newest one, as the latest of all of them counts. */
    private void consents(Project project) {
        var sources = project.sources(Role.CONSENTS);
        if (!sources.isEmpty()) {
            var newest = sources.stream().mapToLong(Made::id).max().orElseThrow();
            long key = sources.stream().mapToLong(Made::id).sum() * 1_000_003 + newest;
            shown.add(new ShownRows(
                    "consent",
                    key,
                    List.of("customer_id", "purpose", "status", "since"),
                    new Rows.Queried(project.consents().latest())));
        }
    }

    private void features(Made<Features> made) {
        given(
                "feature",
                made,
                List.of("feature", "description", "unit"),
                made.value().summaries().stream()
                        .map(summary -> row(summary.name(), summary.description(), summary.unit()))
                        .toList());
        queried(
                "customer_feature",
                made,
                List.of("customer_id", "features"),
                asJson(made.value().table()));
    }

    private void clustering(Made<Clustering> made) {
        var clustering = made.value();
        given(
                "clustering",
                made,
                List.of("clustering", "clusters", "reason", "made_at"),
                List.of(row(
                        made.id(),
                        clustering.chosen().clusters(),
                        clustering.chosen().reason(),
                        made.at())));
        given(
                "clustering_candidate",
                made,
                List.of("clustering", "clusters", "inertia", "silhouette"),
                clustering.candidates().stream()
                        .map(candidate ->
                                row(made.id(), candidate.clusters(), candidate.inertia(), candidate.silhouette()))
                        .toList());
        queried(
                "cluster_member",
                made,
                List.of("clustering", "customer_id", "cluster"),
                Sql.of(
                        "select cast(? as bigint), customer_id, cluster from "
                                + clustering.members().quoted(),
                        made.id()));
    }

    private void segment(Made<Segment> made) {
        var segment = made.value();
        given(
                "segment",
                made,
                List.of("segment", "rule", "members", "defined_at"),
                List.of(row(segment.name(), segment.plan().ruleText(), segment.count(), made.at())));
    }

    private void recommendations(Made<Recommendations> made) {
        queried(
                "recommendation",
                made,
                List.of("customer_id", "rank", "item_id", "title", "score", "reason"),
                Sql.of("select customer_id, rank, item_id, title, score, reason from "
                        + made.value().table().quoted()));
    }

    private void study(Made<Study> made) {
        var kind = switch (made.value()) {
            case Study.PlannedTest _ -> "planned";
            case Study.SimulatedTest _ -> "simulated";
            case Study.AnalysedTest _ -> "analysed";
        };
        given(
                "experiment",
                made,
                List.of("experiment", "kind", "made_at", "result"),
                List.of(row(made.value().name(), kind, made.at(), codec.writeResult(made.value()))));
    }

    /** Each row as its customer's id and a JSON object of all the rest. */
    private static Sql asJson(Relation relation) {
        var fields = relation.schema().names().stream()
                .filter(name -> !name.equals("customer_id"))
                .map(name -> Sql.name(name) + " := " + Sql.name(name))
                .collect(Collectors.joining(", "));
        var object = fields.isEmpty() ? "'{}'" : "cast(to_json(struct_pack(" + fields + ")) as varchar)";
        return Sql.of("select customer_id, " + object + " from " + relation.quoted());
    }

    private void given(
            String table, Made<?> made, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        shown.add(new ShownRows(table, made.id(), columns, new Rows.Given(rows)));
    }

    private void queried(String table, Made<?> made, List<String> columns, Sql query) {
        shown.add(new ShownRows(table, made.id(), columns, new Rows.Queried(query)));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>();
        for (var value : values) {
            row.add(value instanceof java.time.Instant instant ? instant.toString() : value);
        }
        return row;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
