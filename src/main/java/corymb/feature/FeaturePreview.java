package corymb.feature;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/** What features look like over some of the customers, to be told while they are still being defined. */
public final class FeaturePreview {
    /** How many customers it looks at, at most. */
    public static final int MOST_CUSTOMERS = 2_000;

    private final Engine engine;
    private final String name;
    private final Progress progress;
    private final List<String> made = new ArrayList<>();

    private FeaturePreview(Engine engine, String name, Progress progress) {
        this.engine = engine;
        this.name = name;
        this.progress = progress;
    }

    /**
     * Computes the plan's features for at most {@value #MOST_CUSTOMERS} customers, always the same ones; nothing is kept.
     *
     * @param name what the tables made meanwhile are called
     * @throws corymb.work.Failure as {@link FeatureComputation#run} does
     */
    public static List<FeatureSummary> run(
            Engine engine, CustomerData data, FeaturePlan plan, String name, Progress progress) {
        var preview = new FeaturePreview(engine, name, progress);
        try {
            return preview.summaries(data, plan);
        } finally {
            preview.made.forEach(engine::drop);
        }
    }

    private List<FeatureSummary> summaries(CustomerData data, FeaturePlan plan) {
        var people = made(Sql.of("select * from " + data.profiles().quoted()
                + " order by hash(customer_id), customer_id limit " + MOST_CUSTOMERS));
        var sources = data.events();
        var events =
                sources.events().stream().map(source -> ofThese(source, people)).toList();
        made.add(name);
        return FeatureComputation.run(
                        engine,
                        new CustomerData(people, new EventSources(events, sources.items())),
                        plan,
                        name,
                        progress)
                .summaries();
    }

    private Relation ofThese(Relation events, Relation people) {
        return made(Sql.of("select * from " + events.quoted() + " where customer_id in (select customer_id from "
                + people.quoted() + ")"));
    }

    private Relation made(Sql query) {
        made.add(name + "_" + made.size());
        return engine.create(made.getLast(), query, progress);
    }
}
