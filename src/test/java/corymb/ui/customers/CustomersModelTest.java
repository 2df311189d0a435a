package corymb.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.ui.customers.CustomersModel.Stage;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomersModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final List<String> visited = new ArrayList<>();

    @AfterEach
    void close() {
        session.close();
    }

    private CustomersModel built() {
        session.show(SampleProject.create(folder, 200));
        var model = new CustomersModel(session, visited::add);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        model.buildOrStop();
        return model;
    }

    @Test
    void anEmptyProjectLeadsToTheSources() {
        session.show(SampleProject.empty(folder));
        var model = new CustomersModel(session, visited::add);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_SOURCES);
        model.goToSources();
        assertThat(visited).containsExactly("sources");
        model.buildOrStop();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void buildingShowsEveryCustomerAndTheSources() {
        var model = built();
        var customers = model.newest().value().orElseThrow();
        assertThat(model.rowsProperty().get().orElseThrow().rows()).isEqualTo(customers.customers());
        var overview = model.overviewProperty().get().orElseThrow();
        // Customers are those that a source knows and those known only from events.
        assertThat(overview.sources())
                .singleElement()
                .returns(customers.customers() - customers.withoutProfile(), Overview.Known::customers);
        assertThat(overview.chart(customers)).isInstanceOf(ChartSpec.RankedBars.class);
    }

    @Test
    void thePartsOfTheCustomersAddUp() {
        var model = built();
        var customers = model.newest().value().orElseThrow();
        model.show(new Part.OnlyEvents());
        long silent = model.rowsProperty().get().orElseThrow().rows();
        model.show(new Part.OfSource("crm_customers"));
        long known = model.rowsProperty().get().orElseThrow().rows();
        assertThat(silent).isEqualTo(customers.withoutProfile());
        assertThat(silent + known).isEqualTo(customers.customers());
    }

    @Test
    void whoWasJoinedByEmailIsShownWhileTheirFilesAreThere() {
        var model = built();
        model.showJoined();
        assertThat(model.partProperty().get()).isEqualTo(new Part.JoinedByEmail());
        // Every customer of the sample has a number.
        assertThat(model.rowsProperty().get().orElseThrow().rows()).isZero();
    }

    @Test
    void aCustomerIsShownWithAllThatIsKnown() {
        var model = built();
        model.open("C000002");
        var person = model.personProperty().get().orElseThrow();
        assertThat(person.attributes()).contains(new Person.Fact("given name", "Hannah"));
        assertThat(person.origins()).containsExactly(new Person.Fact("crm_customers", "1"));
        // The second line of the sample's consents.
        assertThat(person.consents()).contains(new Person.Fact("email_marketing", "granted"));
        assertThat(person.segments()).isEmpty();
        assertThat(person.group()).isEmpty();
    }

    @Test
    void eventsComeNewestFirst() {
        var model = built();
        model.open("C000001");
        var events = model.personProperty().get().orElseThrow().events();
        var times = java.util.stream.IntStream.range(0, events.rowCount())
                .mapToObj(row -> events.text(row, "timestamp"))
                .toList();
        assertThat(times).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
