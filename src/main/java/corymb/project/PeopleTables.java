package corymb.project;

import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.identity.Customers;
import corymb.segment.Policy;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The tables of people that can be looked into and taken away, as queries; each fails with a {@link Failure} where the step that
 * makes it has not been taken.
 */
public record PeopleTables(Project project) {
    private static final List<String> BASICS = List.of("email", "given_name", "family_name", "city", "country");

    /** {@code customer_id}, the fields and attributes, {@code sources}, {@code records}; ordered by customer. */
    public Sql customers() {
        return ordered(project.customers()
                .map(made -> made.value().profiles())
                .orElseThrow(() -> missing("There are no customer profiles yet.", "Build the profiles first.")));
    }

    /** {@code customer_id} and one column a feature; ordered by customer. */
    public Sql features() {
        return ordered(project.features()
                .map(made -> made.value().table())
                .orElseThrow(() -> missing("There are no features yet.", "Compute the features first.")));
    }

    /** {@code customer_id}, {@code cluster} and {@code name} of the newest clustering; ordered by customer. */
    public Sql clusters() {
        var clustering = project.clustering()
                .map(Made::value)
                .orElseThrow(() -> missing("There are no clusters yet.", "Find clusters first."));
        return Sql.of("select customer_id, cluster, ")
                .then(names(clustering))
                .then(" as name from " + clustering.members().quoted() + " order by customer_id");
    }

    private static Sql names(Clustering clustering) {
        var cases = clustering.clusters().stream().map(PeopleTables::name).toList();
        return Sql.of("case cluster ").then(Sql.join(" ", cases)).then(" end");
    }

    private static Sql name(ClusterProfile cluster) {
        return Sql.of("when " + cluster.cluster() + " then cast(? as varchar)", cluster.name());
    }

    /** {@code customer_id}, {@code rank}, {@code item_id}, {@code title}, {@code score}, {@code reason}; by customer and rank. */
    public Sql recommendations() {
        var table = project.recommendation()
                .map(made -> made.value().table())
                .orElseThrow(() -> missing("There are no recommendations yet.", "Compute recommendations first."));
        return Sql.of("select customer_id, rank, item_id, title, score, reason from " + table.quoted()
                + " order by customer_id, rank");
    }

    /**
     * The members of one segment, or of all where {@code name} is empty: {@code segment}, {@code customer_id} and, as far as
     * profiles have them, {@code email}, {@code given_name}, {@code family_name}, {@code city}, {@code country}; ordered by
     * segment and customer.
     */
    public Sql segmentMembers(String name) {
        var wanted = name.isEmpty() ? project.segments() : List.of(new Named(project).segment(name));
        if (wanted.isEmpty()) {
            throw missing("There are no segments yet.", "Define a segment first.");
        }
        var members = Sql.join(
                " union all ",
                wanted.stream().map(made -> members(made.value())).toList());
        return Sql.of("select segment, customer_id" + basics() + " from (")
                .then(members)
                .then(")" + profiles() + " order by segment, customer_id");
    }

    /**
     * The same as {@link #segmentMembers}; where the project has a policy for who belongs where, also {@code assigned}, the segment
     * that the customer belongs to by it, {@code memberships}, in how many they are, and {@code confidence}, how sure it is that they
     * are of this one; see {@link corymb.segment.Allotment#memberships}.
     *
     * @throws Failure also when the policy cannot be followed
     */
    public Sql assignedMembers(String name) {
        var members = segmentMembers(name);
        return project.allotment()
                .map(allotment -> Sql.of("select members.*, ")
                        .then(allotment.policy() instanceof Policy.Many ? "members.segment" : "decided.assigned")
                        .then(" as assigned, decided.memberships, sure.confidence from (")
                        .then(members)
                        .then(") members join (")
                        .then(allotment.assigned())
                        .then(") decided using (customer_id) join (")
                        .then(allotment.memberships())
                        .then(") sure using (segment, customer_id) order by segment, customer_id"))
                .orElse(members);
    }

    private static Sql members(Segment segment) {
        return Sql.of(
                "select cast(? as varchar) as segment, customer_id from "
                        + segment.members().quoted(),
                segment.name());
    }

    /** The profile fields that tell a reader who somebody is, as far as there are any. */
    public List<String> basicFields() {
        return project.customers().map(Made::value).map(Customers::profiles).stream()
                .flatMap(profiles -> BASICS.stream().filter(profiles.schema()::has))
                .toList();
    }

    /** The rows of a query with a column {@code customer_id}, with the profile fields that tell who each is; ordered by customer. */
    public Sql introduced(Sql rows) {
        return Sql.of("select people.*" + basics() + " from (")
                .then(rows)
                .then(") people" + profiles() + " order by customer_id");
    }

    private String basics() {
        return basicFields().isEmpty() ? "" : ", " + Sql.names(basicFields());
    }

    private String profiles() {
        Optional<Relation> profiles =
                project.customers().map(made -> made.value().profiles());
        return profiles.map(relation -> " left join " + relation.quoted() + " using (customer_id)")
                .orElse("");
    }

    private static Sql ordered(Relation relation) {
        return Sql.of("select * from " + relation.quoted() + " order by customer_id");
    }

    private static Failure missing(String what, String remedy) {
        return new Problem(what, "", remedy).asFailure();
    }
}
