package corymb.ui.clusters;

import corymb.chart.MapCharts;
import corymb.chart.Numbers;
import corymb.chart.Trait;
import corymb.chart.Vocabulary;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.embedding.MapFacts;
import corymb.embedding.MapRegion;
import corymb.embedding.MapWatch;
import corymb.embedding.Positions;
import corymb.project.Made;
import corymb.project.RegionProfile;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.Texts;
import corymb.ui.session.Newest;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The map of customers: how it is drawn, where everybody lies, and who is in the region that was marked. */
public final class MapModel {
    private final Session session;
    private final MapOptions options = new MapOptions();
    private final Newest<CustomerMap> newest;
    private final PeopleModel people;
    private final AtomicReference<Optional<Positions>> moving = new AtomicReference<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Table>> points = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Long> clustering = Optional.empty();

    MapModel(Session session) {
        this.session = session;
        people = new PeopleModel(session);
        newest = new Newest<>(
                session, project -> project.map().filter(_ -> project.features().isPresent()));
        newest.follow(this::show);
    }

    /**
     * Who is in a region.
     *
     * @param traits what sets them apart, the most telling first
     */
    public record Found(long customers, String name, List<Trait> traits) {
        public Found {
            traits = List.copyOf(traits);
        }
    }

    public MapOptions options() {
        return options;
    }

    public Newest<CustomerMap> newest() {
        return newest;
    }

    /** The customers in the region that was marked. */
    public PeopleModel people() {
        return people;
    }

    /** Where everybody lies, with the group of each: x, y and cluster. */
    public ReadOnlyObjectProperty<Optional<Table>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** Who is in the region that was marked. */
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Where the customers of the map that is being drawn lie at the moment, where they moved since this was asked last. */
    Optional<Positions> moved() {
        return moving.getAndSet(Optional.empty());
    }

    /** What the directions of the map are made of; empty for maps whose directions mean nothing by themselves. */
    Optional<MapCharts> directions() {
        return newest.value()
                .map(CustomerMap::facts)
                .filter(MapFacts.Directions.class::isInstance)
                .map(MapFacts.Directions.class::cast)
                .map(found -> new MapCharts(found, Vocabulary.of(session.project())));
    }

    /** The groups, for the legend. */
    List<ClusterProfile> groups() {
        return session.project()
                .clustering()
                .map(made -> made.value().clusters())
                .orElse(List.of());
    }

    /** Draws the map of the groups at hand; while that is under way, stops it. */
    public void drawOrStop() {
        if (newest.runningProperty().get()) {
            newest.stop();
        } else {
            session.project()
                    .clustering()
                    .map(Made::value)
                    .map(Clustering::plan)
                    .ifPresent(groups -> {
                        var plan = options.plan(groups);
                        newest.take(
                                Texts.of("map.drawing"),
                                (journey, progress) -> journey.maps()
                                        .draw(
                                                plan,
                                                new MapWatch(
                                                        positions -> moving.set(Optional.of(positions)), progress)));
                    });
        }
    }

    private void show(boolean isAnother) {
        var groups = session.project().clustering().map(Made::id);
        if (isAnother || !groups.equals(clustering)) {
            clustering = groups;
            clear();
            newest.value().ifPresentOrElse(this::read, () -> points.set(Optional.empty()));
        }
    }

    private void clear() {
        found.set(Optional.empty());
        people.clear();
    }

    private void read(CustomerMap map) {
        var journey = session.journey();
        newest.read(
                Texts.of("map.reading"),
                (_, progress) -> journey.maps().points(map, progress),
                table -> points.set(Optional.of(table)));
    }

    /** Marks a region: who is there, what sets them apart, and how they become a segment. */
    public void mark(MapRegion region) {
        newest.value()
                .ifPresent(map -> points.get().ifPresent(table -> {
                    long inside = inside(table, region);
                    if (inside == 0) {
                        clear();
                    } else {
                        var journey = session.journey();
                        session.<Optional<RegionProfile>>read(
                                Texts.of("map.looking"),
                                (_, progress) -> journey.maps().profile(map, region, progress),
                                outcome -> {
                                    if (outcome instanceof Outcome.Done<Optional<RegionProfile>>(var profile)) {
                                        tell(map, region, inside, profile);
                                    } else {
                                        newest.end(outcome);
                                    }
                                });
                    }
                }));
    }

    private static long inside(Table table, MapRegion region) {
        var x = table.numbers("x");
        var y = table.numbers("y");
        return IntStream.range(0, x.size())
                .filter(row -> region.holds(x.get(row), y.get(row)))
                .count();
    }

    private void tell(CustomerMap map, MapRegion region, long inside, Optional<RegionProfile> profile) {
        var name = profile.map(known -> known.inside().name()).orElseGet(() -> Texts.of("map.everybody"));
        found.set(Optional.of(new Found(inside, name, profile.map(this::traits).orElse(List.of()))));
        var table = session.project().features().orElseThrow().value().table();
        people.show(new People(
                Texts.of("map.members", Numbers.local().count(inside)),
                Sql.of("select * from " + table.quoted() + " where customer_id in (")
                        .then(map.members(region))
                        .then(") order by customer_id"),
                Optional.empty(),
                name,
                ""));
    }

    private List<Trait> traits(RegionProfile profile) {
        var words = Vocabulary.of(session.project());
        return IntStream.range(0, profile.columns().size())
                .mapToObj(column -> Trait.of(
                        profile.columns().get(column),
                        words,
                        profile.inside().centre().get(column),
                        profile.usual().get(column),
                        profile.inside().deviation().get(column)))
                .sorted(Comparator.comparingDouble(trait -> -Math.abs(trait.deviation())))
                .toList();
    }

    /** What there is to say of the map, in a line. */
    String words() {
        return newest.value().map(MapModel::words).orElseGet(() -> Texts.of("map.none"));
    }

    private static String words(CustomerMap map) {
        var numbers = Numbers.local();
        var customers = map.isSample()
                ? Texts.of("map.sample", numbers.count(map.positions().rows()), numbers.count(map.customers()))
                : Texts.of("map.all", numbers.count(map.customers()));
        var kept = switch (map.facts()) {
            case MapFacts.Directions directions ->
                Texts.of(
                        "map.explained",
                        numbers.percent(directions.axes().stream()
                                .mapToDouble(axis -> axis.share())
                                .sum()));
            case MapFacts.Neighbourhoods near -> Texts.of("map.divergence", numbers.prose(near.divergence()));
            case MapFacts.Layout layout -> Texts.of("map.layout", layout.neighbours());
        };
        return customers + " " + kept;
    }
}
