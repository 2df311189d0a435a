package corymb.project;

import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import java.util.Optional;

/** Groups of like customers were found, named or drawn. */
public sealed interface GroupChange extends Change {
    /** Customers were clustered; it takes the place of an earlier clustering by the same plan, and is the newest. */
    record Clustered(Made<Clustering> clustering) implements GroupChange {
        @Override
        public String label() {
            return "Found " + clustering.value().clusters().size() + " clusters";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(Placing.asNewest(project.clusterings(), clustering, Clustering::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(clustering);
        }
    }

    /** The groups of the newest clustering were kept, and the customers there are now sorted into them. */
    record GroupsKept(Made<Clustering> clustering) implements GroupChange {
        @Override
        public String label() {
            return "Sorted customers into the groups";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(Placing.asNewest(project.clusterings(), clustering, Clustering::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(clustering);
        }
    }

    /**
     * A person gave a group a name of their own.
     *
     * @param clustering the id of the clustering the group belongs to
     */
    record GroupRenamed(long clustering, int cluster, String name) implements GroupChange {
        @Override
        public String label() {
            return "Named a group " + name;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(project.clusterings().stream()
                    .map(made -> made.id() == clustering
                            ? new Made<>(
                                    made.id(),
                                    made.inputs(),
                                    made.at(),
                                    made.seconds(),
                                    made.value().named(cluster, name))
                            : made)
                    .toList());
        }
    }

    /** Customers were laid out on a map; it takes the place of an earlier one by the same plan, and is the newest. */
    record Mapped(Made<CustomerMap> map) implements GroupChange {
        @Override
        public String label() {
            return "Drew a map of customers";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withMaps(Placing.asNewest(project.maps(), map, CustomerMap::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(map);
        }
    }
}
