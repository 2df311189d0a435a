package corymb.ui.clusters;

import corymb.chart.ChartSpec;
import corymb.chart.ComparisonCharts;
import corymb.chart.GroupCharts;
import corymb.chart.Vocabulary;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.project.GroupDetails;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A closer look at the groups, one picture at a time; computed when it is first asked for. */
public final class CloserLookModel {
    private final Session session;
    private final PeopleModel people;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.SNAKE);
    private final ObjectProperty<Integer> column = new SimpleObjectProperty<>(0);
    private final ReadOnlyObjectWrapper<Optional<Clustering>> clustering =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ChartSpec>> spec = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private Optional<GroupDetails> details = Optional.empty();
    private Optional<JobRunner.Running> job = Optional.empty();

    CloserLookModel(Session session, PeopleModel people) {
        this.session = session;
        this.people = people;
        view.addListener((_, _, _) -> draw());
        column.addListener((_, _, _) -> draw());
    }

    /** One picture of the groups. */
    public enum View {
        SNAKE,
        PARALLEL,
        RADAR,
        BOXES,
        SILHOUETTES,
        TOGETHER,
        GAP,
        TREE,
        NEIGHBOURS,
        FLOWS,
        MOVES,
        COMPARED;

        boolean isThere(Clustering clustering) {
            var soundness = clustering.soundness();
            return switch (this) {
                case SNAKE, PARALLEL, BOXES -> true;
                // Of two groups one is always at the centre and the other at the rim.
                case RADAR ->
                    clustering.describedColumns().size() > 2
                            && clustering.clusters().size() > 2;
                case SILHOUETTES -> clustering.clusters().size() > 1;
                case TOGETHER -> soundness.stability().together().size() > 1;
                case GAP -> soundness.gap().points().size() > 1;
                case TREE ->
                    clustering.plan().method() instanceof ClusterMethod.Merging
                            || clustering.plan().method() instanceof ClusterMethod.Gower;
                case NEIGHBOURS -> clustering.plan().method().counts().isEmpty();
                case FLOWS, MOVES -> clustering.since().moved().rows() > 0;
                // Whether there was another clustering the project knows.
                case COMPARED -> true;
            };
        }
    }

    /** The pictures there are of the groups at hand. */
    List<View> views() {
        return Arrays.stream(View.values())
                .filter(one -> clustering.get().filter(one::isThere).isPresent())
                .filter(one ->
                        one != View.COMPARED || session.project().clusterings().size() > 1)
                .toList();
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** A column of numbers in words. */
    String title(String column) {
        return Vocabulary.of(session.project()).title(column);
    }

    /** Which of the columns of numbers the boxes are of. */
    public ObjectProperty<Integer> columnProperty() {
        return column;
    }

    /** The groups that are looked at. */
    public ReadOnlyObjectProperty<Optional<Clustering>> clusteringProperty() {
        return clustering.getReadOnlyProperty();
    }

    /** The picture; empty until it is made. */
    public ReadOnlyObjectProperty<Optional<ChartSpec>> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** How the last looking ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Looks at other groups from now on. */
    void follow(Clustering other) {
        job.ifPresent(JobRunner.Running::cancel);
        job = Optional.empty();
        details = Optional.empty();
        spec.set(Optional.empty());
        column.set(0);
        clustering.set(Optional.of(other));
        if (!views().contains(view.get())) {
            view.set(View.SNAKE);
        }
    }

    /** Looks closer, where that was not done yet, and draws what was asked for. */
    public void look() {
        whenSeen(this::draw);
    }

    private void whenSeen(Runnable then) {
        if (details.isPresent()) {
            then.run();
        } else {
            job.ifPresent(JobRunner.Running::cancel);
            var asked = clustering.get();
            var journey = session.journey();
            job = Optional.of(session.<GroupDetails>read(
                    Texts.of("clusters.looking"),
                    (_, progress) -> journey.groups().details(progress),
                    outcome -> {
                        if (!asked.equals(clustering.get())) {
                            return;
                        }
                        ended.set(outcome);
                        if (outcome instanceof Outcome.Done<GroupDetails>(var seen)) {
                            details = Optional.of(seen);
                            then.run();
                        }
                    }));
        }
    }

    private void draw() {
        clustering.get().ifPresent(shown -> details.ifPresent(seen -> spec.set(draw(shown, seen))));
    }

    private Optional<ChartSpec> draw(Clustering shown, GroupDetails seen) {
        var charts = new GroupCharts(shown, Vocabulary.of(session.project()));
        var beside = new ComparisonCharts(shown);
        return switch (view.get()) {
            case SNAKE -> Optional.of(charts.snake());
            case PARALLEL -> Optional.of(charts.parallel(seen));
            case RADAR -> Optional.of(charts.radar());
            case BOXES -> Optional.of(charts.boxes(seen, column.get()));
            case SILHOUETTES -> Optional.of(charts.silhouettes(seen));
            case TOGETHER -> Optional.of(charts.together());
            case GAP -> Optional.of(charts.gap());
            case TREE -> seen.details().tree().map(charts::tree);
            case NEIGHBOURS -> seen.details().neighbours().map(charts::neighbours);
            case FLOWS -> Optional.of(beside.flows());
            case MOVES -> Optional.of(beside.moves());
            case COMPARED -> seen.earlier().map(earlier -> beside.compared(earlier, ZoneId.systemDefault()));
        };
    }

    /** Shows the customers who stand for a group. */
    public void openTypical(ClusterProfile group) {
        open(group, "clusters.typicalOf", GroupDetails::typical);
    }

    /** Shows customers who hardly belong to a group. */
    public void openBorderline(ClusterProfile group) {
        open(group, "clusters.borderlineOf", GroupDetails::borderline);
    }

    private void open(ClusterProfile group, String title, BiFunction<GroupDetails, Integer, List<String>> which) {
        whenSeen(() -> details.ifPresent(seen -> {
            var ids = which.apply(seen, group.cluster());
            var table = session.project().features().orElseThrow().value().table();
            var places = String.join(", ", Collections.nCopies(ids.size(), "?"));
            people.show(People.listed(
                    Texts.of(title, group.name()),
                    Sql.of(
                            "select * from " + table.quoted() + " where customer_id in (" + places
                                    + ") order by customer_id",
                            ids.toArray())));
        }));
    }
}
