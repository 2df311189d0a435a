package corymb.ui.kit;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.settings.Settings;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.desk.DeskController;
import corymb.ui.desk.DeskModel;
import corymb.ui.desk.NoActions;
import corymb.work.Job;
import corymb.work.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Shows every part of the kit in one window, to be looked at.
 *
 * <p>Arguments: page, light or dark, width, height, text percent, and a file to write the picture to and end.
 */
public final class Gallery extends Application {
    private final FxJobRunner jobs = new FxJobRunner(new ErrorLog());
    private final InspectorSide side = new InspectorSide();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final DeskModel model = new DeskModel(new NoActions(), settings);

    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var dark = args.get(1).equals("dark");
        settings.set(Settings.DEFAULT
                .withTheme(dark ? Settings.ThemeChoice.DARK : Settings.ThemeChoice.LIGHT)
                .withTextPercent(Integer.parseInt(args.get(4)))
                .withReducedMotion(true));
        model.steps().setAll(steps());
        model.projectNameProperty().set("Fernweh outdoor");
        model.noteProperty().set("Saved 14:03");
        var controller = new DeskController(model, this::page, side, jobs.running());
        Parent desk = Screen.DESK.load(Map.of(DeskController.class, () -> controller));
        var scene = new Scene(desk, Double.parseDouble(args.get(2)), Double.parseDouble(args.get(3)));
        var theme = new Theme(scene);
        theme.settingsProperty().bindBidirectional(settings);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        var what = args.get(0).split("\\+", 2);
        model.go(what[0]);
        if (what.length > 1) {
            extra(what[1], desk);
        }
        var wait = new PauseTransition(Duration.millis(5000));
        wait.setOnFinished(_ -> {
            if (args.size() > 5) {
                ScenePicture.write(scene, Path.of(args.get(5)));
                stage.close();
            }
        });
        wait.play();
    }

    private void extra(String what, Parent desk) {
        switch (what) {
            case "palette" -> new CommandPalette(model.commandsProperty()).showOver(desk);
            case "wizard" -> wizard().showOver(desk);
            case "toast" -> Toast.show(desk, "Segment “Loyal hikers” saved with 1,204 people", "Undo", () -> {});
            case "job" ->
                jobs.start(
                        new Job<>("Finding clusters", progress -> {
                            for (int i = 0; i < 100; i++) {
                                progress.report(i / 100.0, "k = " + (2 + i / 10));
                                LockSupport.parkNanos(150_000_000);
                            }
                            return 100;
                        }),
                        _ -> {});
            case "inspector" -> inspector();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void inspector() {
        var panel = side.open("Loyal hikers");
        panel.getParts()
                .addAll(
                        Inspector.fact("People", "1,204"),
                        Inspector.fact("Share of all", "20 %"),
                        Inspector.fact("Spend a year", "€ 412"),
                        new Label("Why these"),
                        Inspector.fact("Recency", "12 days, half the usual"),
                        Inspector.fact("Orders", "6.1, three times the usual"),
                        new Button("Make a segment of these"));
    }

    private Node page(String step) {
        return switch (step) {
            case "clusters" -> clusters();
            case "charts" -> charts();
            case "parts" -> parts();
            case "table" -> table();
            default -> empty();
        };
    }

    private Node clusters() {
        var header = header("Clusters", "6 groups of 5,912 customers · silhouette 0.47 · 2 min ago", "Find clusters");
        header.getItems().add(new MenuItem("Export the clusters …"));
        var tiles = row(
                new StatTile("Customers", "5,912", "in 6 groups"),
                tile("Silhouette", "0.47", "0.39 with 5 groups"),
                new StatTile("Largest group", "1,822", "31 % of all"),
                new StatTile("Stability", "94 %", "of pairs stay together"));
        var charts = row(card(elbow()), card(sizes()));
        var grid = new TableGrid();
        grid.onExportProperty().set(() -> {});
        grid.show(customers(400));
        grid.setPrefHeight(360);
        var page = new VBox(header, tiles, charts, new Card("The people in the groups", "One row a customer", grid));
        page.getStyleClass().add("page-column");
        return page;
    }

    private static StatTile tile(String label, String number, String comparison) {
        var tile = new StatTile(label, number, comparison);
        tile.setOnOpen(_ -> {});
        return tile;
    }

    private Node charts() {
        var page = new VBox(
                header("Charts", "Every kind there is", ""),
                row(card(heat()), card(ranked())),
                row(card(scatter()), card(intervals())),
                row(card(histogram()), card(times(ChartSpec.Form.LINE))),
                row(card(times(ChartSpec.Form.STACKED_AREA)), card(elbow())));
        page.getStyleClass().add("page-column");
        return page;
    }

    private Node parts() {
        var bar = new MessageBar();
        bar.show(
                new Problem(
                        "The column “signup” holds 14 dates that do not exist",
                        "crm_customers.csv, line 88",
                        "Choose the day-first format, or leave those rows out."),
                "Choose format",
                () -> {});
        var info = new MessageBar();
        info.show(MessageBar.Kind.INFO, "This project holds no consents", "Exports carry a note that says so.");
        var warning = new MessageBar();
        warning.show(MessageBar.Kind.WARNING, "Features have changed since these clusters were found", "");
        var success = new MessageBar();
        success.show(MessageBar.Kind.SUCCESS, "8,412 rows imported", "17 were rejected and can be looked at.");
        var chips = new HBox(
                new Chip("draft", Chip.Tone.NEUTRAL),
                new Chip("chosen", Chip.Tone.ACCENT),
                new Chip("granted", Chip.Tone.SUCCESS),
                new Chip("stale", Chip.Tone.WARNING),
                new Chip("withheld", Chip.Tone.DANGER));
        chips.getStyleClass().add("near");
        var combo = new ComboBox<String>();
        combo.getItems().addAll("Customers", "Events");
        combo.setValue("Customers");
        var accent = new Button("Import 8,412 rows");
        accent.getStyleClass().add("accent");
        var disabled = new Button("Not yet");
        disabled.setDisable(true);
        var controls = new HBox(
                accent,
                new Button("Preview"),
                disabled,
                combo,
                new TextField("2026-11-20"),
                new CheckBox("First row is a header"));
        controls.getStyleClass().add("near");
        controls.setAlignment(Pos.CENTER_LEFT);
        var long60 =
                new Card("A name of sixty characters that a person really gave to it, so", "Subtitle", new Skeleton());
        var page = new VBox(
                header("Parts", "What pages are made of", "Do the one thing"),
                bar,
                info,
                warning,
                success,
                row(new Card("Controls", "", controls), new Card("Chips", "", chips)),
                row(long60, new Card("Rule", "", mono())));
        page.getStyleClass().add("page-column");
        return page;
    }

    private static Label mono() {
        var label = new Label("recency_days < 30 and orders >= 3 and not country = 'DE'");
        label.getStyleClass().add("mono");
        label.setWrapText(true);
        return label;
    }

    private Node table() {
        var grid = new TableGrid();
        grid.onExportProperty().set(() -> {});
        grid.show(new Many());
        VBox.setVgrow(grid, Priority.ALWAYS);
        var card = new Card("", "", grid);
        VBox.setVgrow(card, Priority.ALWAYS);
        var page = new VBox(header("Events", "1,000,000 rows read page by page", "Export"), card);
        page.getStyleClass().add("page-column");
        return page;
    }

    private static Node empty() {
        var empty = new EmptyState();
        empty.setIcon("fth-users");
        empty.setTitle("No segments yet");
        empty.setText(
                "A segment is a group of customers that you describe by a rule or take from a cluster. It stays up to date as data comes in.");
        empty.setAction("Define a segment");
        var page = new VBox(header("Segments", "", ""), empty);
        VBox.setVgrow(empty, Priority.ALWAYS);
        return page;
    }

    private static PageHeader header(String title, String state, String action) {
        var header = new PageHeader();
        header.setTitle(title);
        header.setState(state);
        header.setAction(action);
        return header;
    }

    private static Card card(ChartSpec spec) {
        var pane = new ChartPane(spec);
        pane.setPrefHeight(300);
        return new Card("", "", pane);
    }

    private static Columns row(Node... nodes) {
        var columns = new Columns(nodes);
        columns.setColumnWidth(nodes.length > 2 ? 160 : 320);
        return columns;
    }

    private WizardSheet wizard() {
        var question = new VBox(
                strong("What does each row of this file stand for?"),
                new Label("We read 8,412 rows and 14 columns from crm_customers.csv."),
                new CheckBox("A customer"),
                new CheckBox("An event"),
                grid());
        question.getStyleClass().add("group");
        var yes = new SimpleBooleanProperty(true);
        return new WizardSheet(
                "Import crm_customers.csv",
                List.of(
                        new WizardSheet.Step("File", question, yes),
                                new WizardSheet.Step("Meaning", new Label("b"), yes),
                        new WizardSheet.Step("Columns", new Label("c"), yes),
                                new WizardSheet.Step("Summary", new Label("d"), yes)),
                "Import 8,412 rows",
                () -> {});
    }

    private static TableGrid grid() {
        var grid = new TableGrid();
        grid.barVisibleProperty().set(false);
        grid.show(customers(6));
        grid.setPrefHeight(230);
        return grid;
    }

    private static Label strong(String text) {
        var label = new Label(text);
        label.getStyleClass().add("card-title");
        return label;
    }

    private static ChartSpec elbow() {
        double[] inertia = {9.1, 6.2, 4.4, 3.6, 2.5, 2.3, 2.15, 2.05, 1.98, 1.92, 1.88};
        var points = IntStream.range(0, 11)
                .mapToObj(i -> new ChartSpec.Point(i + 2, inertia[i] * 1000))
                .toList();
        return new ChartSpec.Lines(
                new Caption("Six groups explain most of the spread", "Inertia by number of clusters"),
                Axis.of("Number of clusters"),
                Axis.of("Inertia"),
                List.of(new ChartSpec.Series("Inertia", corymb.chart.Palette.ACCENT, points)),
                List.of(6.0));
    }

    private static ChartSpec sizes() {
        var names = List.of("Loyal hikers", "Bargain hunters", "Newcomers", "Climbers", "Gift buyers", "Asleep");
        int[] sizes = {1822, 1204, 981, 744, 690, 471};
        return new ChartSpec.Bars(
                new Caption("Loyal hikers are the largest group", "Customers by group"),
                Axis.of(""),
                Axis.of("Customers"),
                IntStream.range(0, 6)
                        .mapToObj(i -> new ChartSpec.Mark("c" + i, names.get(i), sizes[i], i))
                        .toList());
    }

    private static ChartSpec heat() {
        var random = new Random(1);
        var values =
                IntStream.range(0, 48).mapToDouble(_ -> random.nextGaussian()).toArray();
        return new ChartSpec.HeatMap(
                new Caption("Climbers buy rarely and much", "Deviation from the mean in standard deviations"),
                List.of(
                        "recency_days",
                        "orders_90d",
                        "spend_365d",
                        "tenure_days",
                        "views_30d",
                        "basket_value",
                        "returns_365d",
                        "email_clicks"),
                new Matrix(List.of("Loyal", "Bargain", "New", "Climbers", "Gifts", "Asleep"), values),
                ChartSpec.Scale.DIVERGING);
    }

    private static ChartSpec ranked() {
        var names = List.of(
                "Trail running shoes with a rather long name",
                "Tent, two persons",
                "Rain jacket",
                "Down sleeping bag",
                "Headlamp",
                "Stove",
                "Map of the Alps");
        return new ChartSpec.RankedBars(
                new Caption("Shoes lead by far", "Share of recommendations"),
                Axis.percent(""),
                IntStream.range(0, 7)
                        .mapToObj(i -> new ChartSpec.Mark(
                                "i" + i,
                                names.get(i),
                                0.31 / (i + 1),
                                i == 0 ? corymb.chart.Palette.ACCENT : corymb.chart.Palette.GREYED))
                        .toList());
    }

    private static ChartSpec scatter() {
        var random = new Random(2);
        var groups = new ArrayList<ChartSpec.Series>();
        for (int group = 0; group < 4; group++) {
            double x = group % 2 * 4;
            double y = group / 2 * 3;
            groups.add(new ChartSpec.Series(
                    "Group " + (group + 1),
                    group,
                    IntStream.range(0, 400)
                            .mapToObj(_ ->
                                    new ChartSpec.Point(x + random.nextGaussian(), y + random.nextGaussian() * 0.7))
                            .toList()));
        }
        return new ChartSpec.Scatter(
                new Caption("Four groups stand apart", "Customers by the first two components"),
                Axis.of("Component 1"),
                Axis.of("Component 2"),
                groups);
    }

    private static ChartSpec intervals() {
        return new ChartSpec.Intervals(
                new Caption("Only the short headline helps", "Lift over control with 95 % interval"),
                Axis.percent("Lift in conversion"),
                List.of(
                        new ChartSpec.Estimate("a", "Short headline", 0.083, 0.021, 0.142),
                        new ChartSpec.Estimate("b", "Large picture", 0.012, -0.045, 0.066),
                        new ChartSpec.Estimate("c", "Both", 0.051, -0.008, 0.108)),
                0);
    }

    private static ChartSpec histogram() {
        return new ChartSpec.Histogram(
                new Caption("Half spend less than € 120 a year", "Customers by spend"),
                Axis.of("Spend a year, €"),
                Axis.of("Customers"),
                IntStream.range(0, 24)
                        .mapToObj(i -> new ChartSpec.Bin(i * 50, i * 50 + 50, Math.round(900 * Math.exp(-i / 4.0))))
                        .toList());
    }

    private static ChartSpec times(ChartSpec.Form form) {
        var trends = new ArrayList<ChartSpec.Trend>();
        var names = List.of("Web", "Shop", "App");
        for (int i = 0; i < 3; i++) {
            int at = i;
            trends.add(new ChartSpec.Trend(
                    names.get(i),
                    i,
                    IntStream.range(0, 52)
                            .mapToObj(week -> new ChartSpec.Moment(
                                    Instant.ofEpochSecond(1735689600L + week * 604800L),
                                    400 - 90 * at + 70 * Math.sin(week / 6.0 + at) + week * (3 - at)))
                            .toList()));
        }
        return new ChartSpec.Times(
                new Caption("Web leads all year", "Orders a week by channel"), Axis.of("Orders"), trends, form);
    }

    private static Table customers(int rows) {
        var names = List.of("Loyal hikers", "Bargain hunters", "Newcomers", "Climbers");
        return new Table(List.of(
                new TextColumn(
                        "customer_id",
                        IntStream.range(0, rows)
                                .mapToObj(i -> "C%05d".formatted(10411 + i * 7))
                                .toList()),
                new TextColumn(
                        "group",
                        IntStream.range(0, rows).mapToObj(i -> names.get(i % 4)).toList()),
                new NumberColumn(
                        "recency_days",
                        ColumnType.INTEGER,
                        IntStream.range(0, rows).mapToDouble(i -> i * 37 % 400).toArray()),
                new NumberColumn(
                        "spend_365d",
                        ColumnType.DECIMAL,
                        IntStream.range(0, rows)
                                .mapToDouble(i -> i % 5 == 3 ? Double.NaN : i * 1117 % 250000 / 100.0)
                                .toArray()),
                new NumberColumn(
                        "newsletter",
                        ColumnType.BOOLEAN,
                        IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray()),
                new TimeColumn(
                        "first_order",
                        ColumnType.DATE,
                        IntStream.range(0, rows)
                                .mapToLong(i -> (19000L + i) * 86_400_000_000L)
                                .toArray())));
    }

    private static List<RailStep> steps() {
        return List.of(
                new RailStep(
                        "parts", "Sources", "fth-database", StepState.READY, "8", "8 files, the last imported today"),
                new RailStep("table", "Quality", "fth-check-square", StepState.PROBLEM, "3", "3 checks fail"),
                new RailStep("customers", "Customers", "fth-user", StepState.READY, "5,912", "Built from 2 sources"),
                new RailStep("charts", "Features", "fth-sliders", StepState.READY, "14", "14 features"),
                new RailStep("clusters", "Clusters", "fth-grid", StepState.STALE, "6", "Features have changed since"),
                new RailStep("segments", "Segments", "fth-users", StepState.EMPTY, "", "None defined"),
                new RailStep("recommend", "Recommendations", "fth-star", StepState.RUNNING, "", "Computing"),
                new RailStep("experiments", "Experiments", "fth-activity", StepState.EMPTY, "", "None planned"),
                new RailStep("exports", "Exports", "fth-share", StepState.EMPTY, "", "None made"),
                new RailStep("history", "History", "fth-clock", StepState.READY, "21", "21 steps"));
    }

    @Override
    public void stop() {
        jobs.close();
    }

    /** A million rows that are made when they are read. */
    private record Many() implements RowSource {
        @Override
        public corymb.table.Schema schema() {
            return page(0, 1).schema();
        }

        @Override
        public long rows() {
            return 1_200_000;
        }

        @Override
        public Table page(long from, int count) {
            return new Table(List.of(
                    new NumberColumn(
                            "event_id",
                            ColumnType.INTEGER,
                            IntStream.range(0, count).mapToDouble(i -> from + i).toArray()),
                    new TextColumn(
                            "kind",
                            IntStream.range(0, count)
                                    .mapToObj(i -> i % 3 == 0 ? "purchase" : "view")
                                    .toList()),
                    new TimeColumn(
                            "at",
                            ColumnType.TIMESTAMP,
                            IntStream.range(0, count)
                                    .mapToLong(i -> (1735689600L + from + i) * 1_000_000)
                                    .toArray()),
                    new NumberColumn(
                            "amount",
                            ColumnType.DECIMAL,
                            IntStream.range(0, count)
                                    .mapToDouble(i -> i % 3 == 0 ? i * 1.25 : Double.NaN)
                                    .toArray())));
        }

        @Override
        public RowSource asked(RowQuery query) {
            return this;
        }
    }
}
