package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.SegmentCharts;
import corymb.project.Made;
import corymb.project.Project;
import corymb.segment.Intersections;
import corymb.segment.Intersections.Counting;
import corymb.segment.Intersections.Part;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How many customers each combination of segments has, and who they are. */
public final class OverlapModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<ChartSpec>> chart = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Counting> counting = new SimpleObjectProperty<>(Counting.EXCLUSIVE);
    private final PeopleModel people;
    private List<Made<Segment>> counted = List.of();
    private Optional<Intersections> found = Optional.empty();

    public OverlapModel(Session session) {
        this.session = session;
        this.people = new PeopleModel(session);
        counting.addListener((_, _, _) -> draw());
        session.historyProperty().subscribe(history -> follow(history.present()));
    }

    /** What is counted of a combination. */
    ObjectProperty<Counting> countingProperty() {
        return counting;
    }

    /** The combinations as a picture; empty until they are counted. */
    ReadOnlyObjectProperty<Optional<ChartSpec>> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /** The people of a combination, after a click on it. */
    PeopleModel people() {
        return people;
    }

    /** Shows who is counted in a combination, given by what a click on it tells. */
    void open(String key) {
        found.ifPresent(all -> {
            var part = SegmentCharts.part(all, counting.get(), key);
            people.show(new SharedPeople(session.project())
                    .meeting(
                            SegmentCharts.words(all, part, counting.get()),
                            name(all, part),
                            all.rule(part, counting.get())));
        });
    }

    private String name(Intersections all, Part part) {
        var joined = String.join(" " + Texts.of("segments.and") + " ", all.names(part));
        boolean isOnly = counting.get() == Counting.EXCLUSIVE;
        return isOnly ? Texts.of("segments.only", joined) : joined;
    }

    private void follow(Project project) {
        if (project.segments().equals(counted)) {
            return;
        }
        counted = project.segments();
        found = Optional.empty();
        people.clear();
        draw();
        if (counted.size() > 1) {
            count(counted);
        }
    }

    private void count(List<Made<Segment>> asked) {
        var segments = asked.stream().map(Made::value).toList();
        session.<Intersections>read(
                Texts.of("segments.comparing"),
                (file, progress) -> Intersections.of(file.engine(), segments, progress),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Intersections>(var value) && asked.equals(counted)) {
                        found = Optional.of(value);
                        draw();
                    }
                });
    }

    private void draw() {
        var segments = counted.stream().map(Made::value).toList();
        chart.set(found.map(value -> SegmentCharts.combinations(value, counting.get(), segments)));
    }
}
