package corymb.ui.recommend;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.recommend.Recommendations;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.ChosenRow;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.RowsCard;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import javafx.fxml.FXML;

/** Ties what each customer gets to the model. */
public final class RecommendResultController {
    private final RecommendModel model;
    private final Dialogs dialogs;
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
    private RowsCard items;

    @FXML
    private PeopleCard behind;

    @FXML
    private TableGrid table;

    public RecommendResultController(RecommendModel model, Dialogs dialogs, InspectorSide side) {
        this.model = model;
        this.dialogs = dialogs;
        this.side = side;
    }

    @FXML
    private void initialize() {
        model.result.subscribe(made -> made.ifPresent(this::show));
        model.shown.subscribe(this::show);
        model.item.subscribe(item -> item.ifPresent(page -> ItemInspector.show(page, side)));
        most.onChosenProperty().set(model::openItem);
        table.chosenProperty().subscribe(row -> row.ifPresent(this::openItem));
        items.follow(model.items);
        behind.follow(model.people(), dialogs, model::go);
        model.people().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(behind)));
    }

    private void openItem(ChosenRow row) {
        model.openItem(row.text(Texts.of("recommend.columnItemId")));
    }

    @FXML
    private void openServed() {
        open(model::openServed);
    }

    @FXML
    private void openPersonal() {
        open(model::openPersonal);
    }

    @FXML
    private void openItems() {
        open(model::openItems);
    }

    /** What is at the side is not what is opened. */
    private void open(Runnable numbers) {
        side.close();
        numbers.run();
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
        shown.map(RecommendModel.Shown::rows).ifPresent(table::show);
    }
}
