package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What stands at the right of the page about a source: its file, its rows, notes on its columns, and the way to take it out. */
final class SourceInspector {
    private final InspectorSide side;
    private final Runnable remove;

    SourceInspector(InspectorSide side, Runnable remove) {
        this.side = side;
        this.remove = remove;
    }

    void show(Source source) {
        var parts = side.open(source.name()).getParts();
        parts.setAll(facts(source));
        source.columns().stream()
                .filter(column -> !column.note().isEmpty())
                .forEach(column -> parts.add(Inspector.fact(column.name(), column.note())));
        var button = new Button(Texts.of("sources.remove"));
        button.setOnAction(_ -> remove.run());
        parts.add(button);
    }

    private static List<Node> facts(Source source) {
        var numbers = Numbers.local();
        var plan = source.plan();
        return List.of(
                fact("sources.role", SourcesModel.roleName(source.role())),
                fact("sources.file", String.valueOf(plan.file().getFileName())),
                fact("sources.size", numbers.bytes(source.stamp().bytes())),
                fact("sources.rows", numbers.count(source.rows())),
                fact("sources.accepted", numbers.count(source.accepted())),
                fact("sources.rejected", numbers.count(source.rejected())),
                fact("sources.repeated", numbers.count(source.duplicates())),
                fact("sources.encoding", plan.dialect().encoding()));
    }

    private static Node fact(String key, String value) {
        return Inspector.fact(Texts.of(key), value);
    }
}
