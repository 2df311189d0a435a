package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.project.Made;
import corymb.quality.ImportComparison;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** What stands at the right of the page about a source: its file, its rows, notes on its columns, and the way to take it out. */
final class SourceInspector {
    private final InspectorSide side;
    private final SourcesModel model;
    private String shown = "";

    SourceInspector(InspectorSide side, SourcesModel model) {
        this.side = side;
        this.model = model;
        model.comparisonProperty().subscribe(comparison -> comparison.ifPresent(this::show));
    }

    /** Shows what has become of the source that is shown, if it is that one. */
    void refresh(Source source) {
        if (shown.equals(source.name())) {
            show(source);
        }
    }

    void show(Source source) {
        shown = source.name();
        var parts = side.open(source.name()).getParts();
        parts.setAll(facts(source));
        source.columns().stream()
                .filter(column -> !column.note().isEmpty())
                .forEach(column -> parts.add(Inspector.fact(column.name(), column.note())));
        if (source.batches().size() > 1) {
            for (int number = source.batches().size(); number >= 1; number--) {
                parts.addAll(batch(source, number));
            }
        }
        var button = new Button(Texts.of("sources.remove"));
        button.setOnAction(_ -> model.remove());
        var recipe = new Button(Texts.of("sources.saveRecipe"));
        recipe.setOnAction(_ -> model.saveRecipe());
        var buttons = new FlowPane(recipe, button);
        buttons.getStyleClass().add("inspector-buttons");
        parts.add(buttons);
    }

    /** What became of one import, and the way to take it out. */
    private List<Node> batch(Source source, int number) {
        var batch = source.batches().get(number - 1);
        var numbers = Numbers.local();
        var counts = batch.counts();
        var words = Texts.of(
                "sources.importCounts",
                numbers.time(batch.at(), ZoneId.systemDefault()),
                numbers.count(counts.rows()),
                numbers.count(batch.added()),
                numbers.count(batch.updated()),
                numbers.count(counts.rejected()),
                numbers.count(counts.duplicates()));
        var replaced = source.counted().contains(batch) ? "" : " " + Texts.of("sources.importReplaced");
        var button = new Button(Texts.of("sources.removeImport", number));
        button.setOnAction(_ -> {
            button.setDisable(true);
            model.removeImport(number);
        });
        var buttons = new FlowPane(button);
        buttons.getStyleClass().add("inspector-buttons");
        if (number > 1) {
            var compare = new Button(Texts.of("sources.compare", number - 1));
            compare.setOnAction(_ -> model.compare(number));
            buttons.getChildren().addFirst(compare);
        }
        return List.of(
                Inspector.fact(Texts.of("sources.importOf", number, batch.fileName()), words + replaced), buttons);
    }

    /** Shows two imports side by side, with the way back to the source. */
    private void show(ImportComparison comparison) {
        shown = "";
        var plan = comparison.plan();
        var parts = side.open(Texts.of("sources.beside", plan.source(), plan.later(), plan.earlier()))
                .getParts();
        parts.setAll(ComparisonParts.of(comparison));
        var back = new Button(Texts.of("sources.back", plan.source()));
        back.setMnemonicParsing(false);
        back.setOnAction(_ -> model.chosenProperty().get().map(Made::value).ifPresent(this::show));
        parts.add(back);
    }

    private static List<Node> facts(Source source) {
        var numbers = Numbers.local();
        var plan = source.plan();
        return List.of(
                fact("sources.role", SourcesModel.roleName(source.role())),
                fact("sources.file", plan.place()),
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
