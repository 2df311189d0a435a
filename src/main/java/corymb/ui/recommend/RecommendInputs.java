package corymb.ui.recommend;

import corymb.recommend.Interaction;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.recommend.Weighting;
import corymb.stats.Seed;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How recommendations are to be made, as typed. */
final class RecommendInputs {
    final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.ITEM_KNN);
    final StringProperty top = new SimpleStringProperty("");
    final BooleanProperty excludes = new SimpleBooleanProperty();
    final StringProperty neighbours = new SimpleStringProperty("");
    final StringProperty shrinkage = new SimpleStringProperty("");
    final StringProperty halfLife = new SimpleStringProperty("");
    final ObjectProperty<Weighting> weighting = new SimpleObjectProperty<>(Weighting.LOG_COUNT);
    final StringProperty weights = new SimpleStringProperty("");
    final StringProperty purchases = new SimpleStringProperty("");
    private Seed seed = new Seed(1);

    RecommendInputs() {
        show(RecommendationPlan.standard(Method.ITEM_KNN, 5));
    }

    void show(RecommendationPlan plan) {
        method.set(plan.method());
        top.set(String.valueOf(plan.top()));
        excludes.set(plan.excludesBought());
        neighbours.set(String.valueOf(plan.neighbours()));
        shrinkage.set(typed(plan.shrinkage()));
        halfLife.set(String.valueOf(plan.halfLifeDays()));
        weighting.set(plan.weighting());
        weights.set(plan.interactions().stream()
                .map(each -> each.type() + " " + typed(each.weight()))
                .collect(Collectors.joining(", ")));
        purchases.set(plan.interactions().stream()
                .filter(Interaction::isPurchase)
                .map(Interaction::type)
                .collect(Collectors.joining(", ")));
        seed = plan.seed();
    }

    /** The plan that is typed; a {@link corymb.work.Failure} tells what is none. */
    RecommendationPlan plan() {
        return new RecommendationPlan(
                method.get(),
                atLeast(1, top, "recommend.top"),
                atLeast(1, neighbours, "recommend.neighbours"),
                notBelow(Typed.number(shrinkage.get(), Texts.of("recommend.shrinkage")), 0, "recommend.shrinkage"),
                weighting.get(),
                interactions(),
                atLeast(0, halfLife, "recommend.halfLife"),
                excludes.get(),
                seed);
    }

    private static int atLeast(int least, StringProperty text, String field) {
        return (int) notBelow(Typed.whole(text.get(), Texts.of(field)), least, field);
    }

    private static double notBelow(double value, int least, String field) {
        if (value < least) {
            throw new Problem(
                            Texts.of("recommend.badRange"),
                            Texts.of(field),
                            Texts.of(least == 0 ? "recommend.giveZero" : "recommend.giveTop"))
                    .asFailure();
        }
        return value;
    }

    private List<Interaction> interactions() {
        var bought = Set.copyOf(listed(purchases.get()));
        return listed(weights.get()).stream()
                .map(part -> interaction(part, bought))
                .toList();
    }

    private static Interaction interaction(String part, Set<String> bought) {
        int space = part.lastIndexOf(' ');
        var type = part.substring(0, Math.max(space, 0)).strip();
        double weight = type.isEmpty() ? 0 : Typed.number(part.substring(space + 1), part);
        if (!(weight > 0)) {
            throw new Problem(Texts.of("recommend.badWeight"), part, Texts.of("recommend.giveWeight")).asFailure();
        }
        return new Interaction(type, weight, bought.contains(type));
    }

    private static List<String> listed(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String typed(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
