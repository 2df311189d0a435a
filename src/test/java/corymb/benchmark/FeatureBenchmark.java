package corymb.benchmark;

import corymb.feature.CustomerData;
import corymb.feature.FeatureComputation;
import corymb.feature.FeaturePlan;
import corymb.feature.Gallery;
import corymb.feature.GalleryFeature;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures all features of the gallery over 5,000,000 events of 200,000 customers, whole and group by group.
 *
 * <p>Most of it waits for memory, which other programs of the machine use as well: how long reading it takes is told beside.
 */
public final class FeatureBenchmark {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final int RUNS = 3;
    private static final int PLACES = 1 << 25;
    private static final int READS = 5_000_000;

    private FeatureBenchmark() {}

    /** Prints a table, one row a figure. */
    public static void main(String[] args) throws Exception {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create("events", events(), Progress.NONE);
            var people = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
            var data = new CustomerData(people, List.of(events));
            var gallery = Gallery.of("purchase").stream()
                    .filter(each -> each.lacking(data.events()).isEmpty())
                    .toList();
            var groups = gallery.stream().collect(Collectors.groupingBy(GalleryFeature::group));
            var all = "all " + gallery.size() + " features of the gallery, 5,000,000 events";
            var places = places();
            memory(places);
            measure(engine, data, all + ", at first", 1, gallery);
            measure(engine, data, all, RUNS, gallery);
            memory(places);
            for (var group : GalleryFeature.Group.values()) {
                measure(engine, data, "of these " + group, RUNS, groups.getOrDefault(group, List.of()));
            }
        }
    }

    /** Each place names another, all of them in one round through 128 MB. */
    private static int[] places() {
        var places = new int[PLACES];
        for (int place = 0; place < PLACES; place++) {
            places[place] = place * 1_103_515_245 + 12_345 & PLACES - 1;
        }
        return places;
    }

    /** Reads where the place read last says. */
    private static void memory(int... places) throws Exception {
        System.out.println(Figure.measure("5,000,000 reads of memory one after the other", "", RUNS, () -> {
                    int place = 0;
                    for (int read = 0; read < READS; read++) {
                        place = places[place];
                    }
                    return place;
                })
                .row());
    }

    private static void measure(
            DuckDbEngine engine, CustomerData data, String name, int runs, List<GalleryFeature> features)
            throws Exception {
        var plan = new FeaturePlan(
                AS_OF,
                "purchase",
                features.stream().map(GalleryFeature::definition).toList());
        var target = name.startsWith("all") ? "under 6 s" : "";
        System.out.println(Figure.measure(
                        name, target, runs, () -> FeatureComputation.run(engine, data, plan, "features", Progress.NONE))
                .row());
    }

    /** Two years of events whose every seventh is a purchase; of one half of the events, a quarter of the customers make half. */
    static Sql events() {
        return Sql.of(
                "select 'C' || lpad(cast(floor(200000 * pow(hash(i) % 1000003 / 1000003.0, 2)) as varchar), 6, '0') as customer_id,"
                        + " timestamp '2024-07-01' + to_seconds(cast(i * 12.6144 as bigint)) as timestamp,"
                        + " if(hash(i + 1) % 7 = 0, 'purchase', if(hash(i + 1) % 7 = 1, 'cart', 'view')) as type,"
                        + " 'I' || lpad(cast(hash(i + 2) % 5000 as varchar), 4, '0') as item_id,"
                        + " if(hash(i + 1) % 7 = 0, 5 + hash(i + 3) % 20000 / 100.0, null) as value,"
                        + " 'S' || cast(i // 8 as varchar) as session_id,"
                        + " ['desktop', 'mobile', 'tablet'][1 + cast(hash(i + 4) % 3 as bigint)] as device,"
                        + " 'category ' || cast(hash(i + 2) % 20 as varchar) as category,"
                        + " 'region ' || cast(hash(i + 5) % 16 as varchar) as region,"
                        + " ['web', 'app', 'store'][1 + cast(hash(i + 6) % 3 as bigint)] as channel"
                        + " from range(5000000) t(i)");
    }
}
