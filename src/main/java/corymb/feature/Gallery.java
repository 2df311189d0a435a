package corymb.feature;

import static corymb.feature.GalleryFeature.Group.ACTIVITY;
import static corymb.feature.GalleryFeature.Group.CONTEXT;
import static corymb.feature.GalleryFeature.Group.HABITS;
import static corymb.feature.GalleryFeature.Group.LIFECYCLE;
import static corymb.feature.GalleryFeature.Group.TASTE;
import static corymb.feature.GalleryFeature.Group.VALUE;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.EventFeature.Ratio;
import corymb.feature.FeatureDefinition.EventCount;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeatureDefinition.ValueSum;
import corymb.feature.RfmFeature.Engagement;
import corymb.feature.RfmFeature.Engagement.Weighted;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import java.util.List;
import java.util.stream.Stream;

/** Some forty ready-made features that many shops want, in groups. */
public final class Gallery {
    private static final Window MONTH = new Window.Last(30, Window.Unit.DAYS);
    private static final Window QUARTER = new Window.Last(90, Window.Unit.DAYS);
    private static final Window HALF_YEAR = new Window.Last(180, Window.Unit.DAYS);

    private final String purchaseType;
    private final Rule purchase;

    private Gallery(String purchaseType) {
        this.purchaseType = purchaseType;
        this.purchase = new Rule.Compare("type", Comparison.EQUAL, new TextConstant(purchaseType));
    }

    /**
     * All of them, group by group.
     *
     * @param purchaseType the type of event that is a purchase
     */
    public static List<GalleryFeature> of(String purchaseType) {
        var gallery = new Gallery(purchaseType);
        return Stream.of(
                        in(VALUE, gallery.value()),
                        in(ACTIVITY, gallery.activity()),
                        in(HABITS, gallery.habits()),
                        in(TASTE, gallery.taste()),
                        in(CONTEXT, gallery.context()),
                        in(LIFECYCLE, gallery.lifecycle()))
                .flatMap(features -> features)
                .toList();
    }

    private static Stream<GalleryFeature> in(GalleryFeature.Group group, List<FeatureDefinition> definitions) {
        return definitions.stream().map(definition -> new GalleryFeature(group, definition));
    }

    private List<FeatureDefinition> value() {
        return List.of(
                new FeatureDefinition.Monetary(),
                new ValueSum(purchaseType, 90),
                new ValueSum(purchaseType, 365),
                ofPurchases("order_value_mean", Measurement.MEAN, "value"),
                ofPurchases("order_value_largest", Measurement.MAXIMUM, "value"),
                ofPurchases("order_value_deviation", Measurement.DEVIATION, "value"),
                new Aggregated(
                        "spend_trend", Measurement.TREND, "value", purchase, new Window.Last(26, Window.Unit.WEEKS)),
                new Foretold.ExpectedValue(),
                new Foretold.LifetimeValue(365, 0.01));
    }

    private List<FeatureDefinition> activity() {
        var events = new Aggregated("events", Measurement.COUNT, "");
        return List.of(
                new FeatureDefinition.Frequency(),
                new EventCount(purchaseType, 90),
                new EventCount(FeatureDefinition.ANY, 30),
                new EventCount(FeatureDefinition.ANY, 90),
                new Aggregated("active_days_90d", Measurement.ACTIVE_DAYS, "").in(QUARTER),
                new Aggregated(
                        "activity_trend",
                        Measurement.TREND,
                        "",
                        new Rule.Everyone(),
                        new Window.Last(12, Window.Unit.WEEKS)),
                new Ratio("recent_activity", events.in(MONTH), events.in(HALF_YEAR)),
                new Ratio("events_per_purchase", events, events.where(purchase)),
                new Aggregated("sessions", Measurement.DISTINCT, "session_id"));
    }

    private List<FeatureDefinition> habits() {
        return List.of(
                ofPurchases("purchase_gap_mean", Measurement.GAP_MEAN, ""),
                ofPurchases("purchase_gap_variation", Measurement.GAP_VARIATION, ""),
                ofPurchases("purchase_streak_weeks", Measurement.STREAK_WEEKS, ""),
                share("morning_share", "hour", Comparison.LESS, 12),
                share("evening_share", "hour", Comparison.AT_LEAST, 18),
                share("weekend_share", "weekday", Comparison.AT_LEAST, 6),
                new Aggregated("favourite_hour", Measurement.FAVOURITE, "hour"));
    }

    private List<FeatureDefinition> taste() {
        return List.of(
                ofPurchases("items_bought", Measurement.DISTINCT, "item_id"),
                ofPurchases("item_last_bought", Measurement.LAST, "item_id"),
                new Aggregated("favourite_category", Measurement.FAVOURITE, "category"),
                new Aggregated("category_variety", Measurement.ENTROPY, "category"),
                ofPurchases("bought_category", Measurement.FAVOURITE, "item_category"),
                ofPurchases("bought_category_variety", Measurement.ENTROPY, "item_category"),
                ofPurchases("bought_brand", Measurement.FAVOURITE, "item_brand"),
                ofPurchases("bought_price_mean", Measurement.MEAN, "item_price"));
    }

    private List<FeatureDefinition> context() {
        return List.of(
                new Aggregated("favourite_device", Measurement.FAVOURITE, "device"),
                new Aggregated("device_variety", Measurement.ENTROPY, "device"),
                new Aggregated("favourite_region", Measurement.FAVOURITE, "region"),
                new Aggregated("favourite_channel", Measurement.FAVOURITE, "channel"));
    }

    private List<FeatureDefinition> lifecycle() {
        var active = new Aggregated("active", Measurement.COUNT, "").in(QUARTER);
        return List.of(
                new FeatureDefinition.Tenure(),
                new FeatureDefinition.Recency(),
                ofPurchases("spend_first_30d", Measurement.SUM, "value").in(new Window.SinceFirst(30)),
                new RfmScore(Part.RECENCY),
                new RfmFeature.RfmGroup(),
                new RfmFeature.LifecycleStage(30, 90, 365),
                new Engagement(
                        "engagement",
                        List.of(
                                new Weighted(active, 2),
                                new Weighted(active.where(purchase), 3),
                                new Weighted(active.in(MONTH), 1))),
                new Foretold.ProbabilityActive(),
                new Foretold.ExpectedPurchases(90));
    }

    private Aggregated ofPurchases(String name, Measurement measurement, String column) {
        return new Aggregated(name, measurement, column).where(purchase);
    }

    private static Aggregated share(String name, String field, Comparison comparison, double value) {
        return new Aggregated(name, Measurement.SHARE, "")
                .where(new Rule.Compare(field, comparison, new NumberConstant(value)));
    }
}
