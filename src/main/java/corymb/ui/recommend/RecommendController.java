package corymb.ui.recommend;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.recommend.Method;
import corymb.recommend.Recommendations;
import corymb.recommend.Weighting;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.ChosenRow;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Ties the page of recommendations to its model. */
public final class RecommendController {
    private static final int FIRST_CUSTOMERS = 12;

    private final RecommendModel model;
    private final Dialogs dialogs;
    private final InspectorSide side;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar stale;

    @FXML
    private EmptyState missing;

    @FXML
    private Node work;

    @FXML
    private ComboBox<Method> method;

    @FXML
    private TextField top;

    @FXML
    private CheckBox excludes;

    @FXML
    private TextField neighbours;

    @FXML
    private TextField shrinkage;

    @FXML
    private TextField halfLife;

    @FXML
    private ComboBox<Weighting> weighting;

    @FXML
    private TextField weights;

    @FXML
    private TextField purchases;

    @FXML
    private EmptyState noResult;

    @FXML
    private Node result;

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
    private Button evaluate;

    @FXML
    private ChartPane quality;

    @FXML
    private Card tableCard;

    @FXML
    private Button all;

    @FXML
    private TableGrid table;

    public RecommendController(RecommendModel model, Dialogs dialogs, InspectorSide side) {
        this.model = model;
        this.dialogs = dialogs;
        this.side = side;
    }

    @FXML
    private void initialize() {
        bindInputs();
        header.stateProperty().bind(model.state);
        header.actionProperty()
                .bind(Bindings.when(model.ready)
                        .then(Texts.of("recommend.compute"))
                        .otherwise(""));
        header.actionDisabledProperty().bind(model.running);
        evaluate.disableProperty().bind(model.running);
        Choices.shownWhile(work, model.ready);
        Choices.shownWhile(missing, model.ready.not());
        Choices.shownWhile(noResult, isThere(model.result).not());
        Choices.shownWhile(result, isThere(model.result));
        Choices.shownWhile(quality, isThere(model.quality));
        Choices.shownWhile(all, isThere(model.item));
        missing.setAction(Texts.of(model.hasEvents() ? "recommend.goToCustomers" : "recommend.goToSources"));
        model.outcome.subscribe(ended -> ended.ifPresent(each -> message.show(each, dialogs)));
        model.stale.subscribe(this::showStale);
        model.result.subscribe(made -> made.ifPresent(this::show));
        model.shown.subscribe(this::show);
        model.quality.subscribe(chart -> chart.ifPresent(quality::setSpec));
        model.item.subscribe(this::showItem);
        most.onChosenProperty().set(model::openItem);
        table.chosenProperty().subscribe(row -> row.ifPresent(this::chosen));
    }

    private void bindInputs() {
        var inputs = model.inputs;
        top.textProperty().bindBidirectional(inputs.top);
        excludes.selectedProperty().bindBidirectional(inputs.excludes);
        neighbours.textProperty().bindBidirectional(inputs.neighbours);
        shrinkage.textProperty().bindBidirectional(inputs.shrinkage);
        halfLife.textProperty().bindBidirectional(inputs.halfLife);
        weights.textProperty().bindBidirectional(inputs.weights);
        purchases.textProperty().bindBidirectional(inputs.purchases);
        Choices.offer(method, List.of(Method.values()), inputs.method, RecommendModel::words);
        Choices.offer(weighting, List.of(Weighting.values()), inputs.weighting, RecommendController::words);
    }

    private static BooleanBinding isThere(ObjectProperty<? extends Optional<?>> value) {
        return Bindings.createBooleanBinding(() -> value.get().isPresent(), value);
    }

    private static String words(Weighting weighting) {
        return switch (weighting) {
            case BINARY -> Texts.of("recommend.binary");
            case COUNT -> Texts.of("recommend.count");
            case LOG_COUNT -> Texts.of("recommend.logCount");
        };
    }

    @FXML
    private void compute() {
        model.compute();
    }

    @FXML
    private void evaluate() {
        model.evaluate();
    }

    @FXML
    private void showAll() {
        side.close();
        model.closeItem();
    }

    @FXML
    private void goToWhatIsMissing() {
        model.goToWhatIsMissing();
    }

    private void showStale(boolean is) {
        stale.hide();
        if (is) {
            stale.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("recommend.stale"),
                    Texts.of("recommend.refresh"),
                    model::refresh);
        }
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
        shown.map(RecommendModel.Shown::rows).ifPresent(rows -> {
            table.show(rows);
            served.setComparison(
                    Texts.of("recommend.servedMore", Numbers.local().count(rows.rows())));
        });
    }

    private void chosen(ChosenRow row) {
        model.openItem(row.text(Texts.of("recommend.columnItemId")));
    }

    private void showItem(Optional<ItemPage> item) {
        tableCard.setTitle(item.map(page -> Texts.of("recommend.tableItem", page.title()))
                .orElseGet(() -> Texts.of("recommend.table")));
        if (item.isEmpty()) {
            show(model.shown.get());
        } else {
            inspect(item.get());
        }
    }

    private void inspect(ItemPage item) {
        var numbers = Numbers.local();
        table.show(item.rows());
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
        var ids = new Label(String.join("\n", item.first(FIRST_CUSTOMERS)));
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
