package corymb.ui.kit;

import corymb.chart.Numbers;
import corymb.table.Field;
import corymb.table.NumberColumn;
import corymb.table.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A table of up to 1,000,000 rows with sorting, a filter, a choice of columns, copying and export.
 *
 * <p>The rows are read page by page in the background; see {@link #show(RowSource)}.
 */
public final class TableGrid extends VBox {
    private static final int MOST_ROWS = 1_000_000;
    private static final double ROW = 32;
    private static final double UNTIL_MEASURED = 120;
    private static final int MOST_COLUMNS_SHOWN_AT_FIRST = 60;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Positions positions = new Positions();
    private final StringProperty stretched = new SimpleStringProperty(this, "stretched", "");
    private final TableView<Integer> view = new TableView<>(positions);
    private final ColumnWidths widths = new ColumnWidths(view);
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final Label emptiness = new Label();
    private final MenuButton chooser = new MenuButton(null, Icons.of("fth-columns"));
    private final MenuButton sorter = new MenuButton(null, Icons.of("fth-bar-chart"));
    private final HBox bar = new HBox();
    private final TypingPause typing = new TypingPause();
    private final ReadOnlyObjectWrapper<Optional<ChosenRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Runnable> onExport = new SimpleObjectProperty<>(this, "onExport");
    private RowSource whole = RowSource.of(new Table(List.of()));
    private PageCache cache = new PageCache(whole, this::loaded);
    private boolean isMeasured;
    private boolean isUnitARow;
    private int mostRows;
    private long request;

    public TableGrid() {
        getStyleClass().add("table-grid");
        view.setFixedCellSize(ROW);
        view.widthProperty().addListener((_, _, _) -> widths.fit(stretched.get()));
        view.getVisibleLeafColumns()
                .addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> widths.fit(stretched.get()));
        count.fontProperty().addListener((_, _, _) -> remeasure());
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> choose());
        view.setSortPolicy(_ -> {
            ask();
            return true;
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        count.setMinWidth(USE_PREF_SIZE);
        view.setPlaceholder(emptiness);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setMinHeight(ROW * 4);
        getChildren().addAll(bar(), view);
    }

    /** Makes it as high as the rows it is given, up to so many; a filter does not change that. */
    public void setMostRows(int most) {
        mostRows = most;
    }

    public int getMostRows() {
        return mostRows;
    }

    /** Shows a table in memory. */
    public void show(Table table) {
        show(RowSource.of(table));
    }

    /** Shows rows that are read page by page. */
    public void show(RowSource source) {
        show(source, name -> name);
    }

    /** The same under other headings than the names of the columns. */
    public void show(RowSource source, UnaryOperator<String> heading) {
        if (!whole.schema().equals(source.schema())) {
            // Cells of new columns must not look into pages of the old ones.
            view.getSelectionModel().clearSelection();
            positions.resize(0);
            emptiness.setText(Texts.of("table.reading"));
            count.setText("");
        }
        whole = source;
        if (mostRows > 0) {
            // The header, the rows, and room for a scroll bar.
            view.minHeightProperty().bind(view.fixedCellSizeProperty().multiply(3 + Math.min(source.rows(), mostRows)));
            view.prefHeightProperty().bind(view.minHeightProperty());
        }
        filter.clear();
        view.getSortOrder().clear();
        var fields = source.schema().fields().stream()
                .filter(field -> !field.name().equals(source.marking()))
                .toList();
        view.getColumns()
                .setAll(fields.stream()
                        .map(field -> column(field, heading.apply(field.name())))
                        .toList());
        for (int i = MOST_COLUMNS_SHOWN_AT_FIRST; i < fields.size(); i++) {
            view.getColumns().get(i).setVisible(false);
        }
        isMeasured = false;
        ask();
    }

    /** The row the person chose, while there is one. */
    public ReadOnlyObjectProperty<Optional<ChosenRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the export button does; there is no such button while this is empty. */
    public ObjectProperty<Runnable> onExportProperty() {
        return onExport;
    }

    /** The name of the column that takes the room the others leave; empty for none. */
    public StringProperty stretchedProperty() {
        return stretched;
    }

    public String getStretched() {
        return stretched.get();
    }

    public void setStretched(String column) {
        stretched.set(column);
    }

    /** Whether each row is counted in units of its own, so that a whole number is written as one whatever the others of its column are. */
    public boolean isUnitARow() {
        return isUnitARow;
    }

    public void setUnitARow(boolean isEach) {
        isUnitARow = isEach;
    }

    /** Whether rows can be looked for. */
    public boolean canFilter() {
        return bar.isVisible();
    }

    /** Puts the keys into the filter. */
    public void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Whether its rows can be taken away. */
    public boolean canExport() {
        return onExport.get() != null;
    }

    /** Whether the line with filter and choices stands over the table. */
    public BooleanProperty barVisibleProperty() {
        return bar.visibleProperty();
    }

    private HBox bar() {
        filter.setPromptText(Texts.of("table.filter"));
        filter.setAccessibleText(Texts.of("table.filter"));
        filter.getStyleClass().add("table-filter");
        Choices.keepEnter(filter);
        filter.textProperty().addListener((_, _, _) -> typing.then(this::ask));
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        chooser.getStyleClass().addAll("table-chooser", "button-icon", "no-arrow", "flat", "quiet");
        chooser.setAccessibleText(Texts.of("table.columns"));
        chooser.setTooltip(new Tooltip(Texts.of("table.columns")));
        // Made when asked for: five hundred entries take longer than anyone would wait for a table.
        chooser.setOnShowing(_ -> chooser.getItems()
                .setAll(view.getColumns().stream().map(TableGrid::choice).toList()));
        chooser.getItems().add(new MenuItem());
        sorter.getStyleClass().addAll("table-sorter", "button-icon", "no-arrow", "flat", "quiet");
        sorter.setAccessibleText(Texts.of("table.sort"));
        sorter.setTooltip(new Tooltip(Texts.of("table.sort")));
        sorter.setOnShowing(_ -> sorter.getItems()
                .setAll(view.getVisibleLeafColumns().stream().map(this::order).toList()));
        sorter.getItems().add(new MenuItem());
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var export = Icons.button(
                "fth-download", Texts.of("table.export"), () -> onExport.get().run());
        export.visibleProperty().bind(onExport.isNotNull());
        export.managedProperty().bind(onExport.isNotNull());
        bar.getStyleClass().add("table-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.getChildren().addAll(filter, count, between, sorter, chooser, export);
        return bar;
    }

    private static CheckMenuItem choice(TableColumn<Integer, ?> column) {
        var name = ((Field) column.getUserData()).name();
        var heading = column.getText();
        var item = new CheckMenuItem(heading.equals(name) ? name : Texts.of("table.named", heading, name));
        item.setMnemonicParsing(false);
        item.selectedProperty().bindBidirectional(column.visibleProperty());
        return item;
    }

    /** Sorts by a column, the other way round when it is sorted by it already; what a click on its header does. */
    private MenuItem order(TableColumn<Integer, ?> column) {
        boolean isFirst =
                view.getSortOrder().stream().findFirst().filter(column::equals).isPresent();
        var item = new RadioMenuItem(column.getText());
        item.setMnemonicParsing(false);
        item.setSelected(isFirst);
        item.setOnAction(_ -> {
            boolean isAscending = isFirst && column.getSortType() == TableColumn.SortType.ASCENDING;
            column.setSortType(isAscending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            view.getSortOrder().setAll(List.of(column));
        });
        return item;
    }

    private TableColumn<Integer, String> column(Field field, String heading) {
        boolean isId = Cells.isId(field);
        var column = new TableColumn<Integer, String>(heading);
        column.setUserData(field);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(cell.getValue(), field, isId)));
        column.setCellFactory(
                _ -> new GridCell(Cells.isRight(field), isId, row -> exact(row, field), row -> isMarked(row, field)));
        // At the default width the view would fit the column itself, to the few rows it has read by then.
        column.setPrefWidth(UNTIL_MEASURED);
        if (Cells.isRight(field)) {
            column.getStyleClass().add("right");
        }
        return column;
    }

    private void loaded() {
        if (!isMeasured) {
            remeasure();
        }
        view.refresh();
    }

    /** The first rows say how wide the columns are; those that come later change nothing under the person's eyes. */
    private void remeasure() {
        if (!positions.isEmpty()) {
            cache.pageOf(0).ifPresent(page -> {
                isMeasured = true;
                widths.measure(page.rowCount(), count.getFont(), (row, field) -> text(row, field, Cells.isId(field)));
                widths.fit(stretched.get());
            });
        }
    }

    private String text(int row, Field field, boolean isId) {
        return cache.pageOf(row)
                .map(page -> row % PageCache.PAGE < page.rowCount()
                        ? Cells.text(page.column(field.name()), row % PageCache.PAGE, isId, decimals(page, row, field))
                        : "")
                .orElse(GridCell.COMING);
    }

    private int decimals(Table page, int row, Field field) {
        int most = cache.decimals(field.name());
        return isUnitARow && page.column(field.name()) instanceof NumberColumn numbers
                ? Decimals.forOne(numbers.get(row % PageCache.PAGE), most)
                : most;
    }

    private String exact(int row, Field field) {
        return cache.pageOf(row)
                .filter(page -> row % PageCache.PAGE < page.rowCount())
                .map(page -> Cells.exact(page.column(field.name()), row % PageCache.PAGE))
                .orElse("");
    }

    private boolean isMarked(int row, Field field) {
        return !whole.marking().isEmpty()
                && cache.pageOf(row)
                        .filter(page -> row % PageCache.PAGE < page.rowCount())
                        .map(page -> page.text(row % PageCache.PAGE, whole.marking()))
                        .filter(marked -> List.of(marked.split("\u001f", -1)).contains(field.name()))
                        .isPresent();
    }

    /** Applies filter and order in the background; only the answer to the latest question counts. */
    private void ask() {
        var query = new RowQuery(filter.getText(), order());
        var source = whole;
        long asked = ++request;
        record Answer(RowSource source, long rows) {}
        Background.compute(
                () -> {
                    var answer = query.equals(RowQuery.ALL) ? source : source.asked(query);
                    return new Answer(answer, answer.rows());
                },
                answer -> {
                    if (asked == request) {
                        emptiness.setText(Texts.of(query.text().isBlank() ? "table.empty" : "table.noMatch"));
                        fill(answer.source(), answer.rows());
                    }
                });
    }

    private List<RowQuery.By> order() {
        return view.getSortOrder().stream()
                .map(column -> new RowQuery.By(
                        ((Field) column.getUserData()).name(), column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    private void fill(RowSource source, long rows) {
        int shown = (int) Math.min(rows, MOST_ROWS);
        cache = new PageCache(source, this::loaded);
        view.getSelectionModel().clearSelection();
        positions.resize(shown);
        loaded();
        var number = Numbers.local().count(rows);
        count.setText(
                rows > MOST_ROWS
                        ? Texts.of("table.rowsShown", number, Numbers.local().count(shown))
                        : Texts.of(rows == 1 ? "table.row" : "table.rows", number));
    }

    private void choose() {
        var row = view.getSelectionModel().getSelectedItem();
        chosen.set(
                row == null
                        ? Optional.empty()
                        : cache.pageOf(row).map(page -> new ChosenRow(row, page, row % PageCache.PAGE)));
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            event.consume();
            copy();
        }
    }

    /** Puts the selected rows on the clipboard, tab-separated under their header. */
    public void copy() {
        var columns = view.getVisibleLeafColumns();
        var text = new StringBuilder();
        text.append(columns.stream()
                .map(column -> ((Field) column.getUserData()).name())
                .collect(Collectors.joining("\t")));
        for (int row : view.getSelectionModel().getSelectedItems()) {
            cache.pageOf(row)
                    .ifPresent(page -> text.append('\n')
                            .append(columns.stream()
                                    .map(column ->
                                            page.text(row % PageCache.PAGE, ((Field) column.getUserData()).name()))
                                    .map(TableGrid::oneLine)
                                    .collect(Collectors.joining("\t"))));
        }
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** The numbers 0 to before their count, without holding them; one list for good, since a new one would end the sorting. */
    private static final class Positions extends ObservableListBase<Integer> {
        private int size;

        void resize(int wanted) {
            beginChange();
            var removed = Collections.nCopies(size, 0);
            size = wanted;
            nextReplace(0, wanted, removed);
            endChange();
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
