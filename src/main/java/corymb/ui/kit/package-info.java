/**
 * The parts every page is made of.
 *
 * <p>A page is {@code fxml/x.fxml} with a line in {@link corymb.ui.kit.Screen}, an {@code XController} that binds, and an
 * {@code XModel} with JavaFX properties but no controls. Words stand in {@code texts.properties} and are named
 * {@code %x.title} in FXML or {@code Texts.of(key)} in code. The outermost box has the style class
 * {@code page-column}; {@link corymb.ui.kit.Columns} puts things side by side; charts, tables and facts stand in a {@link corymb.ui.kit.Card}.
 *
 * {@snippet lang = xml :
 * <VBox styleClass="page-column" fx:controller="corymb.ui.clusters.ClustersController">
 *   <PageHeader fx:id="header" title="%clusters.title" action="%clusters.find" onAction="#find"/>
 *   <MessageBar fx:id="message"/>
 *   <Columns>
 *     <Card><ChartPane fx:id="elbow"/></Card>
 *     <Card><ChartPane fx:id="sizes"/></Card>
 *   </Columns>
 *   <Card title="%clusters.people"><TableGrid fx:id="people"/></Card>
 * </VBox>
 * }
 *
 * {@snippet :
 * @FXML
 * private void initialize() {
 *     header.stateProperty().bind(model.stateProperty());
 *     elbow.specProperty().bind(model.elbowProperty()); // a ChartSpec
 *     elbow.onChosenProperty().set(model::choose); // the key of the mark
 *     model.peopleProperty().addListener((_, _, table) -> people.show(table));
 * }
 * }
 *
 * <p>A model starts long work with {@code jobs.start(new Job<>(title, body), this::ended)}; the window has an
 * {@link corymb.ui.kit.FxJobRunner}. It asks the person by {@link corymb.ui.kit.Dialogs}, goes elsewhere by
 * {@link corymb.ui.kit.Navigator}; a controller shows the selected thing on the {@link corymb.ui.kit.InspectorSide}. Numbers
 * are written by {@link corymb.chart.Numbers}.
 */
@NullMarked
package corymb.ui.kit;

import org.jspecify.annotations.NullMarked;
