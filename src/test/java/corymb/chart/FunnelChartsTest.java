package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.path.Breakdown;
import corymb.path.Funnel;
import corymb.path.Funnel.Of;
import corymb.path.Funnel.Part;
import corymb.path.FunnelPlan;
import corymb.path.Steps;
import corymb.rule.Link;
import corymb.rule.RuleParser;
import corymb.sql.Relation;
import corymb.table.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunnelChartsTest {
    private static String finding(Part... parts) {
        var steps = new Steps(
                Stream.of("\"view\"", "\"purchase\"")
                        .map(text -> RuleParser.parseEvents(text).require())
                        .toList(),
                Steps.Order.ONE_BY_ONE,
                new Link.Within(7, Link.Unit.DAYS));
        var plan = new FunnelPlan(steps, Optional.empty(), Optional.empty(), new Breakdown.ByField("device"));
        var funnel = new Funnel(
                plan, new Relation("ways", new Schema(List.of()), 0), List.of(0L, 0L), List.of(parts), List.of());
        return FunnelCharts.parts(funnel).caption().finding();
    }

    private static Part part(String value, long began, long came) {
        return new Part(new Of.Value(value), List.of(began, came));
    }

    @Test
    void aDifferenceThatChanceMakesIsToldAsOne() {
        assertThat(finding(part("phone", 2000, 1480), part("tablet", 191, 136)))
                .as("chi-square 0.70, p 0.40")
                .isEqualTo(
                        "Of “phone” 74\u00A0% come all the way, of “tablet” 71\u00A0%: no more of a difference than chance makes");
        assertThat(finding(part("phone", 2000, 1480), part("tablet", 191, 110)))
                .isEqualTo("Of “phone” 74\u00A0% come all the way, of “tablet” 58\u00A0%");
    }

    @Test
    void whereAllOrNoneComeTheWholeWayNothingDiffers() {
        assertThat(finding(part("phone", 10, 10), part("tablet", 5, 5))).contains("no more of a difference");
        assertThat(finding(part("phone", 10, 0), part("tablet", 5, 0))).contains("no more of a difference");
        assertThat(finding(part("phone", 10, 3))).isEqualTo("There are no parts to compare");
    }
}
