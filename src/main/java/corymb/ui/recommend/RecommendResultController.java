package corymb.ui.recommend;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.recommend.Recommendations;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.ChosenRow;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Ties what each customer gets to the model. */
public final class RecommendResultController {
    private final RecommendModel model;
    private final InspectorSide side;

    @FXML
    private StatTile served;

    @FXML
    private StatTile personal;

    @FXML
    private StatTile coverage;

    @FXML
    private Card mostCard;

    @FXML
    private ChartPane most;

    @FXML
    private Card tableCard;

    @FXML
    private Button all;

    @FXML
    private TableGrid table;

    public RecommendResultController(RecommendModel model, InspectorSide side) {
        this.model = model;
        this.side = side;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(
                all,
                Bindings.createBooleanBinding(
                        () -> model.item.get().isPresent() || model.served.get().isPresent(),
                        model.item,
                        model.served));
        model.result.subscribe(made -> made.ifPresent(this::show));
        model.shown.subscribe(this::show);
        model.item.subscribe(item -> item.ifPresent(page -> ItemInspector.show(page, side)));
        model.item.subscribe(_ -> showRows());
        model.served.subscribe(this::showServed);
        most.onChosenProperty().set(model::openItem);
        table.chosenProperty().subscribe(row -> row.ifPresent(this::chosen));
    }

    @FXML
    private void openServed() {
        side.close();
        model.openServed();
    }

    @FXML
    private void showAll() {
        side.close();
        model.closePart();
    }

    private void show(Made<Recommendations> made) {
        var numbers = Numbers.local();
        var value = made.value();
        served.setNumber(numbers.count(value.customers()));
        personal.setNumber(numbers.percent((double) value.personal() / Math.max(1, value.customers())));
        coverage.setNumber(numbers.percent(value.coverage().value()));
        coverage.setComparison(Texts.of(
                "recommend.coverageMore", numbers.count(value.recommendedItems()), numbers.count(value.items())));
    }

    private void show(Optional<RecommendModel.Shown> shown) {
        var chart = shown.flatMap(RecommendModel.Shown::most);
        mostCard.setVisible(chart.isPresent());
        chart.ifPresent(most::setSpec);
        shown.ifPresent(all -> served.setComparison(Texts.of(
                "recommend.servedMore", Numbers.local().count(all.rows().rows()))));
        showRows();
    }

    private void showServed(Optional<RowSource> customers) {
        showRows();
        customers.ifPresent(_ -> Scrolling.reveal(tableCard));
    }

    /** The recommendations of an item, or the customers who are served, or all recommendations. */
    private void showRows() {
        var item = model.item.get();
        var customers = model.served.get();
        tableCard.setTitle(item.map(page -> Texts.of("recommend.tableItem", page.title()))
                .orElseGet(() -> Texts.of(customers.isPresent() ? "recommend.tableServed" : "recommend.table")));
        item.map(ItemPage::rows)
                .or(() -> customers)
                .or(() -> model.shown.get().map(RecommendModel.Shown::rows))
                .ifPresent(table::show);
    }

    private void chosen(ChosenRow row) {
        if (model.served.get().isEmpty()) {
            model.openItem(row.text(Texts.of("recommend.columnItemId")));
        }
    }
}
