package corymb.feature;

import corymb.sql.Relation;
import corymb.sql.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature plan as one query: one pass over the events gathers what each definition needs, then every profile gets its row.
 *
 * <p>Columns it makes on the way start with a blank, which no column of a profile does.
 */
final class FeatureSql {
    private static final String LAST_PURCHASE = Sql.name(" last_purchase");
    private static final String FIRST_EVENT = Sql.name(" first_event");
    private static final String PURCHASES = Sql.name(" purchases");
    private static final String SPEND = Sql.name(" spend");

    /** Sums depend on the order of their terms in the last digits; rounded here they are the same in any, and equal sums tie. */
    private static final int DECIMALS = 6;

    private final FeaturePlan plan;

    FeatureSql(FeaturePlan plan) {
        this.plan = plan;
    }

    /** One row a profile, ordered by customer. */
    Sql query(CustomerData data) {
        return Sql.of("with activity as (")
                .then(activity(data.events()))
                .then(") select profile.customer_id")
                .then(features())
                .then(" from " + data.profiles().quoted() + " profile left join activity" + " on activity."
                        + Sql.name(" customer") + " = profile.customer_id order by profile.customer_id");
    }

    private Sql activity(List<Relation> eventSources) {
        var bought = Sql.of(" filter (where type = cast(? as varchar))", plan.purchaseType());
        var gathered = new ArrayList<>(List.of(
                Sql.of("customer_id as " + Sql.name(" customer")),
                Sql.of("min(timestamp) as " + FIRST_EVENT),
                Sql.of("max(timestamp)").then(bought).then(" as " + LAST_PURCHASE),
                Sql.of("count(*)").then(bought).then(" as " + PURCHASES),
                Sql.of("round(sum(value)").then(bought).then(", " + DECIMALS + ") as " + SPEND)));
        for (int place = 0; place < plan.definitions().size(); place++) {
            gather(plan.definitions().get(place), place, gathered);
        }
        return Sql.of("select ")
                .then(Sql.join(", ", gathered))
                .then(" from (")
                .then(Events.of(eventSources))
                .then(") where timestamp < ")
                .then(moment(plan.asOf()))
                .then(" group by customer_id");
    }

    private void gather(FeatureDefinition definition, int place, List<Sql> gathered) {
        if (definition instanceof FeatureDefinition.EventCount count) {
            gathered.add(
                    Sql.of("count(*)").then(among(count.type(), count.days())).then(" as " + slot(place)));
        }
        if (definition instanceof FeatureDefinition.ValueSum sum) {
            gathered.add(Sql.of("round(sum(value)")
                    .then(among(sum.type(), sum.days()))
                    .then(", " + DECIMALS + ") as " + slot(place)));
        }
    }

    private Sql among(String type, int days) {
        var conditions = new ArrayList<Sql>();
        if (days != FeatureDefinition.EVER) {
            conditions.add(Sql.of("timestamp >= ").then(moment(plan.asOf().minus(days, ChronoUnit.DAYS))));
        }
        if (!type.equals(FeatureDefinition.ANY)) {
            conditions.add(Sql.of("type = cast(? as varchar)", type));
        }
        return conditions.isEmpty()
                ? Sql.of("")
                : Sql.of(" filter (where ").then(Sql.join(" and ", conditions)).then(")");
    }

    private Sql features() {
        var features = Sql.of("");
        for (int place = 0; place < plan.definitions().size(); place++) {
            var definition = plan.definitions().get(place);
            features = features.then(", ").then(feature(definition, place)).then(" as " + Sql.name(definition.name()));
        }
        return features;
    }

    private Sql feature(FeatureDefinition definition, int place) {
        return switch (definition) {
            case FeatureDefinition.Recency _ -> daysSince(LAST_PURCHASE);
            case FeatureDefinition.Frequency _ -> Sql.of(orZero(PURCHASES));
            case FeatureDefinition.Monetary _ -> Sql.of(orZero(SPEND));
            case FeatureDefinition.RfmScore score -> Sql.of(score(score.part()));
            case FeatureDefinition.EventCount _, FeatureDefinition.ValueSum _ -> Sql.of(orZero(slot(place)));
            case FeatureDefinition.Tenure _ -> daysSince(FIRST_EVENT);
            case FeatureDefinition.Age age -> age(age.column());
            case FeatureDefinition.AttributeOf attribute -> Sql.of("profile." + Sql.name(attribute.column()));
        };
    }

    private static String slot(int place) {
        return Sql.name(" gathered " + place);
    }

    private static String orZero(String column) {
        return "coalesce(" + column + ", 0)";
    }

    private Sql daysSince(String column) {
        return Sql.of("date_diff('day', cast(" + column + " as date), cast(")
                .then(moment(plan.asOf()))
                .then(" as date))");
    }

    /** A rank counts the buyers who are worse, so equal values share a score and no order of rows matters. */
    private static String score(FeatureDefinition.RfmScore.Part part) {
        var worstFirst = switch (part) {
            case RECENCY -> "cast(" + LAST_PURCHASE + " as date)";
            case FREQUENCY -> PURCHASES;
            case MONETARY -> orZero(SPEND);
        };
        var buyers = "partition by " + PURCHASES + " > 0";
        return "case when " + PURCHASES + " > 0 then 1 + 5 * (rank() over (" + buyers + " order by " + worstFirst
                + ") - 1) // count(*) over (" + buyers + ") end";
    }

    private Sql age(String column) {
        var years = Sql.of("date_sub('year', try_cast(profile." + Sql.name(column) + " as date), cast(")
                .then(moment(plan.asOf()))
                .then(" as date))");
        return Sql.of("case when ")
                .then(years)
                .then(" between 0 and 120 then ")
                .then(years)
                .then(" end");
    }

    private static Sql moment(Instant instant) {
        return Sql.of("cast(? as timestamp)", LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
