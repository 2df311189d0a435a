package corymb;

import corymb.project.ProjectFiles;
import corymb.settings.Settings;
import corymb.ui.clusters.ClusterOptionsController;
import corymb.ui.clusters.ClusterResultsController;
import corymb.ui.clusters.ClustersController;
import corymb.ui.clusters.ClustersModel;
import corymb.ui.customers.CustomerCountsController;
import corymb.ui.customers.CustomersController;
import corymb.ui.customers.CustomersModel;
import corymb.ui.customers.PersonController;
import corymb.ui.desk.DeskController;
import corymb.ui.desk.DeskFollower;
import corymb.ui.desk.DeskModel;
import corymb.ui.desk.Page;
import corymb.ui.desk.WindowActions;
import corymb.ui.experiments.ExperimentsPage;
import corymb.ui.exports.ExportChoiceController;
import corymb.ui.exports.ExportPeopleController;
import corymb.ui.exports.ExportsController;
import corymb.ui.exports.ExportsModel;
import corymb.ui.features.FeatureOptionsController;
import corymb.ui.features.FeaturesController;
import corymb.ui.features.FeaturesLifetimeController;
import corymb.ui.features.FeaturesModel;
import corymb.ui.features.FeaturesScoresController;
import corymb.ui.features.FeaturesTogetherController;
import corymb.ui.history.HistoryController;
import corymb.ui.history.HistoryModel;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.ExplanationPanel;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.preferences.PreferencesController;
import corymb.ui.preferences.PreferencesModel;
import corymb.ui.quality.QualityPage;
import corymb.ui.recommend.RecommendPage;
import corymb.ui.segments.SegmentsPage;
import corymb.ui.session.Projects;
import corymb.ui.session.Sample;
import corymb.ui.session.SelfRefresh;
import corymb.ui.session.Session;
import corymb.ui.sources.SourcesController;
import corymb.ui.sources.SourcesModel;
import corymb.ui.welcome.WelcomeController;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Puts the parts of the window together, by hand. */
public final class Wiring {
    private final FxJobRunner jobs;
    private final InspectorSide side = new InspectorSide();
    private final Session session;
    private final Projects projects;
    private final DeskModel desk;
    private final Dialogs dialogs;
    private final SourcesController sources;
    private final PreferencesModel preferences;
    private final SelfRefresh refresh;

    /**
     * Prepares the parts.
     *
     * @param folder where the sample project is kept
     */
    public Wiring(
            FxJobRunner jobs, Dialogs dialogs, ProjectFiles files, ObjectProperty<Settings> settings, Path folder) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.session = new Session(jobs, Clock.systemUTC());
        this.projects = new Projects(session, files, dialogs, settings, Sample.at(folder.resolve("Sample.corymb")));
        this.desk = new DeskModel(new WindowActions(projects, session, dialogs, this::importFiles), settings);
        this.sources = new SourcesController(new SourcesModel(session, dialogs), dialogs, side, desk);
        this.refresh = new SelfRefresh(session, settings);
        this.preferences = new PreferencesModel(settings, dialogs, folder.resolve("logs"), desk::goBack);
    }

    public Session session() {
        return session;
    }

    public Projects projects() {
        return projects;
    }

    public DeskModel desk() {
        return desk;
    }

    /** The frame with the page that is open. */
    public Parent frame() {
        var controller = new DeskController(desk, this::page, side, jobs.running());
        Parent frame = Screen.DESK.load(Map.of(DeskController.class, () -> controller));
        DeskFollower.follow(desk, session);
        return frame;
    }

    private Node page(String id) {
        var page = Page.of(id);
        var node = page(page);
        ExplanationPanel.answerOn(
                node,
                session.historyProperty()
                        .map(history -> session.explanation(page.title(), page.results(history.present()))));
        return node;
    }

    private Parent page(Page page) {
        return switch (page) {
            case WELCOME -> Screen.WELCOME.loadWith(new WelcomeController(projects));
            case SOURCES -> Screen.SOURCES.loadWith(sources);
            case CLUSTERS -> clusters();
            case SEGMENTS -> SegmentsPage.load(session, refresh, dialogs, desk, side);
            case CUSTOMERS -> customers();
            case FEATURES -> features();
            case RECOMMENDATIONS -> RecommendPage.load(session, dialogs, desk, side);
            case EXPERIMENTS -> ExperimentsPage.load(session, dialogs, desk);
            case QUALITY -> QualityPage.load(session, dialogs, desk);
            case EXPORTS -> exports();
            case PREFERENCES -> Screen.PREFERENCES.loadWith(new PreferencesController(preferences));
            case HISTORY ->
                Screen.HISTORY.loadWith(new HistoryController(new HistoryModel(session), side, desk, dialogs));
        };
    }

    private Parent customers() {
        var model = new CustomersModel(session, desk);
        return Screen.CUSTOMERS.loadWith(
                new CustomersController(model, dialogs),
                new CustomerCountsController(model),
                new PersonController(model, side));
    }

    private Parent features() {
        var model = new FeaturesModel(session, desk);
        return Screen.FEATURES.loadWith(
                new FeaturesController(model, dialogs),
                new FeaturesLifetimeController(model),
                new FeaturesScoresController(model),
                new FeaturesTogetherController(model),
                new FeatureOptionsController(model, dialogs));
    }

    private Parent clusters() {
        var model = new ClustersModel(session, desk);
        return Screen.CLUSTERS.loadWith(
                new ClustersController(model, dialogs),
                new ClusterOptionsController(model),
                new ClusterResultsController(model, side, dialogs));
    }

    private Parent exports() {
        var model = new ExportsModel(session, dialogs, desk);
        return Screen.EXPORTS.loadWith(
                new ExportsController(model, dialogs),
                new ExportChoiceController(model),
                new ExportPeopleController(model, dialogs));
    }

    private void importFiles(List<Path> files) {
        desk.go(Page.SOURCES.id());
        sources.importFiles(files);
    }
}
