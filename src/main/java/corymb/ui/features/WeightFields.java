package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The fields of engagement: what counts, each with its weight and what that is of the whole. */
final class WeightFields extends VBox implements SaidFields {
    private static final int MOST = 12;

    private final DefinitionModel model;
    private final Runnable told;
    private final VBox rows = new VBox();
    private final Button another = new Button(Texts.of("features.addWeight"), Icons.of("fth-plus"));

    WeightFields(DefinitionModel model, DefinitionDraft.OfWeights draft, Runnable told) {
        this.model = model;
        this.told = told;
        rows.getStyleClass().add("near");
        getStyleClass().add("group");
        getChildren().setAll(rows, another);
        draft.weights().forEach(this::add);
        another.getStyleClass().add("small");
        another.setOnAction(_ -> {
            add(new DefinitionDraft.WeightDraft(FigureDraft.EVENTS, 1));
            weights().getLast().open();
            changed();
        });
        tellShares();
    }

    private void add(DefinitionDraft.WeightDraft draft) {
        rows.getChildren().add(new WeightRow(model, draft, this::changed, this::remove));
    }

    private void remove(WeightRow row) {
        rows.getChildren().remove(row);
        changed();
    }

    private List<WeightRow> weights() {
        return rows.getChildren().stream().map(WeightRow.class::cast).toList();
    }

    private void changed() {
        tellShares();
        told.run();
    }

    private void tellShares() {
        var weights = weights();
        double whole = weights.stream().mapToDouble(WeightRow::weight).sum();
        weights.forEach(row -> row.tell(Numbers.local().percent(row.weight() / whole), weights.size() > 1));
        another.setDisable(weights.size() >= MOST);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public DefinitionDraft.Said said() {
        return new DefinitionDraft.OfWeights(
                weights().stream().map(WeightRow::draft).toList());
    }

    @Override
    public String words() {
        return weights().stream().map(WeightRow::words).collect(Collectors.joining(", "));
    }
}
