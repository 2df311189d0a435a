package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.project.Made;
import corymb.project.PeopleTables;
import corymb.project.Project;
import corymb.segment.Population;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.stats.Share;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of the page: the segments, and the members of one. */
final class SegmentTables {
    private static final MathContext FIRST_DIGIT = new MathContext(1);

    private SegmentTables() {}

    /** One row a segment. */
    static Table list(Project project, List<Made<Segment>> segments, Set<Long> stale) {
        var words = RuleWords.of(project);
        List<Column> columns = List.of(
                texts("segments.name", segments, made -> made.value().name()),
                new NumberColumn(
                        Texts.of("segments.customers"),
                        ColumnType.INTEGER,
                        segments.stream()
                                .mapToDouble(made -> (double) made.value().count())
                                .toArray()),
                new NumberColumn(
                        Texts.of("segments.share"),
                        ColumnType.DECIMAL,
                        segments.stream()
                                .mapToDouble(made -> rounded(made.value().share()))
                                .toArray()),
                texts("segments.who", segments, made -> {
                    var plan = made.value().plan();
                    return words.naming(project.meaning(plan)).of(plan);
                }),
                texts("segments.state", segments, made -> state(made, stale)),
                new TimeColumn(
                        Texts.of("segments.defined"),
                        ColumnType.TIMESTAMP,
                        segments.stream()
                                .mapToLong(made -> ChronoUnit.MICROS.between(Instant.EPOCH, made.at()))
                                .toArray()),
                texts("segments.rule", segments, made -> made.value().plan().ruleBrief()));
        return new Table(columns);
    }

    /** Percent with one decimal; of a few among many the first digit that is not 0. */
    private static double rounded(Share share) {
        double percent = share.percent();
        return percent < 0.1 ? new BigDecimal(percent).round(FIRST_DIGIT).doubleValue() : Math.rint(percent * 10) / 10;
    }

    static String state(Made<Segment> made, Set<Long> stale) {
        return Texts.of(stale.contains(made.id()) ? "segments.stale" : "segments.fresh");
    }

    private static TextColumn texts(String key, List<Made<Segment>> segments, Function<Made<Segment>, String> value) {
        return new TextColumn(Texts.of(key), segments.stream().map(value).toList());
    }

    /** Who belongs to a segment: id, the basics of the profile, what the rule asks about, then all other features. */
    static Sql members(Project project, Segment segment) {
        var tables = new PeopleTables(project);
        var shown = new ArrayList<>(List.of(Population.ID));
        shown.addAll(tables.basicFields());
        var features = features(project, segment, shown);
        var columns = Stream.concat(
                shown.stream().map(name -> "m." + Sql.name(name)),
                features.stream().map(name -> "f." + Sql.name(name)));
        var table = project.features().orElseThrow().value().table();
        return Sql.of("select " + String.join(", ", columns.toList()) + " from (")
                .then(tables.segmentMembers(segment.name()))
                .then(") m left join " + table.quoted() + " f on m.customer_id = f.customer_id order by m.customer_id");
    }

    private static List<String> features(Project project, Segment segment, Collection<String> shown) {
        var all = project.features().orElseThrow().value().table().schema().names();
        var asked = segment.plan().rule().fields();
        return Stream.concat(all.stream().filter(asked::contains), all.stream().filter(name -> !asked.contains(name)))
                .filter(name -> !shown.contains(name))
                .toList();
    }

    static String count(long value) {
        return Numbers.local().count(value);
    }
}
