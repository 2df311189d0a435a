package corymb.ui.customers;

import corymb.chart.Numbers;
import corymb.identity.Customers;
import corymb.stats.Share;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import javafx.fxml.FXML;

/** Ties the counts of customers to the model; a click on one shows the customers it counts. */
public final class CustomerCountsController {
    private final CustomersModel model;

    @FXML
    private StatTile customers;

    @FXML
    private StatTile several;

    @FXML
    private StatTile joined;

    @FXML
    private StatTile silent;

    public CustomerCountsController(CustomersModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.overviewProperty()
                .subscribe(found ->
                        found.ifPresent(overview -> model.newest().value().ifPresent(built -> show(built, overview))));
    }

    private void show(Customers built, Overview overview) {
        var numbers = Numbers.local();
        customers.setNumber(numbers.count(built.customers()));
        customers.setComparison(Texts.of("customers.fromRecords", numbers.count(built.records())));
        several.setNumber(numbers.count(overview.inSeveral()));
        several.setComparison(share(overview.inSeveral(), built));
        joined.setNumber(numbers.count(built.joinedByEmail()));
        joined.setComparison(Texts.of("customers.joinedMeans"));
        silent.setNumber(numbers.count(built.withoutProfile()));
        silent.setComparison(share(built.withoutProfile(), built));
    }

    private static String share(long part, Customers built) {
        return Texts.of(
                "customers.share",
                Numbers.local().percent(Share.of(part, built.customers()).value()));
    }

    @FXML
    private void showAll() {
        model.show(new Part.All());
    }

    @FXML
    private void showSeveral() {
        model.show(new Part.InSeveral());
    }

    @FXML
    private void showJoined() {
        model.showJoined();
    }

    @FXML
    private void showSilent() {
        model.show(new Part.OnlyEvents());
    }
}
