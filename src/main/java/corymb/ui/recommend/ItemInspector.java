package corymb.ui.recommend;

import corymb.chart.Numbers;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import javafx.scene.control.Label;

/** What stands at the right of the page about a recommended item. */
final class ItemInspector {
    private ItemInspector() {}

    static void show(ItemPage item, InspectorSide side) {
        var numbers = Numbers.local();
        var parts = side.open(item.title()).getParts();
        parts.add(Inspector.fact(Texts.of("recommend.inspectCustomers"), numbers.count(item.customers())));
        parts.add(Inspector.fact(Texts.of("recommend.inspectRank"), numbers.prose(item.meanRank())));
        parts.add(heading(Texts.of("recommend.inspectLeads")));
        for (int row = 0; row < item.leads().rowCount(); row++) {
            parts.add(Inspector.fact(
                    numbers.count((long) item.leads().numbers("customers").get(row)),
                    reason(item.leads().text(row, "reason"))));
        }
        parts.add(heading(Texts.of("recommend.inspectFirst")));
        var ids = new Label(String.join("\n", item.first()));
        ids.getStyleClass().add("mono");
        parts.add(ids);
    }

    private static String reason(String reason) {
        return reason.equals("popular")
                ? Texts.of("recommend.inspectPopular")
                : reason.replaceFirst("^because of '(.*)'$", "$1");
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("strong");
        return label;
    }
}
