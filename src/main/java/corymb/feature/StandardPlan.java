package corymb.feature;

import corymb.feature.FeatureDefinition.AttributeOf;
import corymb.feature.FeatureDefinition.EventCount;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeatureDefinition.ValueSum;
import corymb.rule.Terms;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.table.TimeColumn;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the features that fit what the data holds. */
final class StandardPlan {
    private static final int MOST_TYPES = 12;
    private static final int FEW_LEVELS = 50;
    private static final List<Integer> PERIODS = List.of(30, 90, 365);

    private static final Set<String> OF_PROFILES = Set.of("customer_id", "sources", "records");

    private final Engine engine;
    private final Zone zone;
    private final Progress progress;
    private final List<FeatureDefinition> definitions = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of("customer_id"));

    StandardPlan(Engine engine, Zone zone, Progress progress) {
        this.engine = engine;
        this.zone = zone;
        this.progress = progress;
    }

    /** @param said the type of event that is a purchase, where a person said it and it is there */
    FeaturePlan of(CustomerData data, Instant now, Optional<String> said) {
        var types = types(data.events().events());
        var purchase = said.filter(names(types)::contains).orElseGet(() -> purchaseType(types));
        if (types.rowCount() > 0) {
            addBehaviour(types, purchase);
        }
        addAttributes(data.profiles());
        return new FeaturePlan(asOf(data.events().events(), now), zone, purchase, definitions, true);
    }

    /** What suits the data, as a person changed an earlier plan. */
    FeaturePlan renewed(FeaturePlan before, CustomerData data, Instant now) {
        var usual = of(data, now, before.leftOut().map(_ -> before.purchaseType()));
        var wanted = usual.of(usual.definitions().stream()
                .filter(each ->
                        before.leftOut().stream().flatMap(List::stream).noneMatch(each.name()::equalsIgnoreCase))
                .toList());
        // Where nobody chose, or an earlier version did not note it, what went by the data goes with it.
        var chosen = before.leftOut().isPresent() ? before : before.of(before.added());
        var kept = fitting(chosen, data).definitions().stream()
                .filter(each -> !(each instanceof AttributeOf attribute && wanted.looksAt(attribute.column())))
                .toList();
        var plan = wanted.with(kept).leavingOut(before.leftOut());
        return before.follows() ? plan : plan.asOf(before.asOf());
    }

    /** The features of a plan that the data still allows. */
    FeaturePlan fitting(FeaturePlan plan, CustomerData data) {
        var types = names(types(data.events().events()));
        return plan.of(plan.definitions().stream()
                .filter(each -> isThere(each, types)
                        && FeatureComputation.lacking(each, data).isEmpty())
                .toList());
    }

    private static boolean isThere(FeatureDefinition definition, List<String> types) {
        return switch (definition) {
            case EventCount count -> types.contains(count.type()) || isAny(count.type(), types);
            case ValueSum sum -> types.contains(sum.type()) || isAny(sum.type(), types);
            case FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.Tenure _,
                    RfmScore _ -> !types.isEmpty();
            case FeatureDefinition.Age _, AttributeOf _, EventFeature _, RfmFeature _, Foretold _ -> true;
        };
    }

    private static boolean isAny(String type, List<String> types) {
        return type.equals(FeatureDefinition.ANY) && !types.isEmpty();
    }

    Instant asOf(List<Relation> eventSources, Instant now) {
        var tomorrow = dayAfter(now);
        var last = engine.table(
                Sql.of(
                                "select coalesce(max(timestamp) filter (where timestamp < make_timestamp(cast(? as bigint))), max(timestamp)) as last from (",
                                ChronoUnit.MICROS.between(Instant.EPOCH, tomorrow))
                        .then(Events.of(eventSources))
                        .then(")"),
                progress);
        var column = (TimeColumn) last.column("last");
        return column.isMissing(0) ? tomorrow : dayAfter(column.instant(0));
    }

    private Instant dayAfter(Instant moment) {
        return zone.startOf(zone.day(moment).plusDays(1));
    }

    private Table types(List<Relation> eventSources) {
        return engine.table(
                Sql.of(
                                "select type, count(*) as n, coalesce(sum(value), 0) as total, count(value) > 0 as valued from (")
                        .then(Events.of(eventSources))
                        .then(
                                ") where type is not null and customer_id is not null group by type order by n desc, type"),
                progress);
    }

    private static List<String> names(Table types) {
        return IntStream.range(0, types.rowCount())
                .mapToObj(row -> types.text(row, "type"))
                .toList();
    }

    /** The likeliest by name, then by money; a single type is what the firm sells by. */
    private static String purchaseType(Table types) {
        int best = -1;
        for (int row = 0; row < types.rowCount(); row++) {
            if (best < 0 || isLikelier(types, row, best)) {
                best = row;
            }
        }
        return best < 0 ? "purchase" : types.text(best, "type");
    }

    private static boolean isLikelier(Table types, int row, int than) {
        int rank = FeatureNames.purchaseRank(types.text(row, "type"));
        int otherRank = FeatureNames.purchaseRank(types.text(than, "type"));
        return rank != otherRank
                ? rank < otherRank
                : types.numbers("total").get(row) > types.numbers("total").get(than);
    }

    private void addBehaviour(Table types, String purchase) {
        add(new FeatureDefinition.Recency());
        add(new FeatureDefinition.Frequency());
        add(new FeatureDefinition.Monetary());
        for (var part : Part.values()) {
            add(new RfmScore(part));
        }
        add(new FeatureDefinition.Tenure());
        PERIODS.forEach(days -> add(new EventCount(FeatureDefinition.ANY, days)));
        for (int row = 0; row < types.rowCount(); row++) {
            var type = types.text(row, "type");
            if (row >= MOST_TYPES && !type.equals(purchase)) {
                continue;
            }
            boolean isValued = types.numbers("valued").get(row) != 0;
            for (int days : PERIODS) {
                addIfMoreThanOne(types, new EventCount(type, days));
                if (isValued && type.equals(purchase)) {
                    add(new ValueSum(type, days));
                }
            }
        }
    }

    /** Where there is one type only, counting it says what counting all events says. */
    private void addIfMoreThanOne(Table types, EventCount count) {
        if (types.rowCount() > 1) {
            add(count);
        }
    }

    private void addAttributes(Relation profiles) {
        if (profiles.schema().has("birth_date")) {
            add(new FeatureDefinition.Age("birth_date"));
        }
        var candidates = profiles.schema().fields().stream()
                .filter(field -> !tellsWho(field.name()))
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        var counts = engine.table(
                Sql.of("select ")
                        .then(Sql.join(
                                ", ",
                                candidates.stream().map(StandardPlan::counts).toList()))
                        .then(" from " + profiles.quoted()),
                progress);
        for (int i = 0; i < candidates.size(); i++) {
            long present = Long.parseLong(counts.columns().get(2 * i).text(0));
            long distinct = Long.parseLong(counts.columns().get(2 * i + 1).text(0));
            if (present > 0 && !isIdentifier(candidates.get(i), present, distinct)) {
                addAttribute(candidates.get(i).name());
            }
        }
    }

    private static Sql counts(Field field) {
        var name = Sql.name(field.name());
        return Sql.of("count(" + name + "), approx_count_distinct(" + name + ")");
    }

    /** A text that hardly ever repeats names people instead of telling them apart in groups. */
    private static boolean isIdentifier(Field field, long present, long distinct) {
        return field.type() == ColumnType.TEXT && distinct > FEW_LEVELS && distinct * 2 > present;
    }

    /** Who somebody is says nothing about how he behaves. */
    private static boolean tellsWho(String column) {
        var name = column.toLowerCase(Locale.ROOT);
        return OF_PROFILES.contains(name) || Terms.PERSONAL.contains(name);
    }

    /** Every attribute that says more than who somebody is. */
    static List<AttributeOf> attributes(Relation profiles) {
        return profiles.schema().names().stream()
                .filter(name -> !tellsWho(name))
                .map(name -> new AttributeOf(name, name))
                .toList();
    }

    /** Why a column of profiles is no feature by itself, as the end of a sentence. */
    static String reasonLeftOut(String column) {
        return tellsWho(column)
                ? "it tells who somebody is, not what they are like"
                : "it is empty, or its values hardly ever repeat, so that they name customers and tell no kinds of them";
    }

    private void addAttribute(String column) {
        var name = column;
        while (names.contains(name.toLowerCase(Locale.ROOT))) {
            name += "_attribute";
        }
        add(new AttributeOf(column, name));
    }

    /** Of two types that differ only in case or punctuation the commoner one, which comes first, has the name. */
    private void add(FeatureDefinition definition) {
        if (names.add(definition.name().toLowerCase(Locale.ROOT))) {
            definitions.add(definition);
        }
    }
}
