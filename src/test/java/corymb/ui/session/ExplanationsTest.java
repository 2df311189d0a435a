package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.cli.CommandDesk;
import corymb.cli.Terminal;
import corymb.clustering.Beginning;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Counts;
import corymb.clustering.Covariance;
import corymb.clustering.Linkage;
import corymb.experiment.AnalysisPlan;
import corymb.experiment.Effect;
import corymb.experiment.PowerPlan;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.experiment.Study;
import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Change;
import corymb.project.FilledProject;
import corymb.project.Journey;
import corymb.project.Project;
import corymb.project.SourceChange;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.sql.Sql;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.Explanation.Fact;
import corymb.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationsTest {
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\\\'|[^\\s'\\\\])+");

    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Not German, it's so", "country = \"CH\" or country = \"AT\"");
        session.show(file);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<Change> changes() {
        return session.historyProperty().get().changes().toList();
    }

    private Explanation step(int place) {
        return session.explain(changes().get(place - 1));
    }

    @Test
    void aStepSaysWhatDecidedItWhatItWasMadeOfAndWhichCommandDoesTheSame() {
        assertThat(step(5).words()).isEqualTo("The rule was asked of every customer: 200 of 300 meet it.");
        assertThat(step(5).facts()).contains(new Fact("Members", "200"), new Fact("Customers", "300"));
        assertThat(step(5).inputs()).extracting(Fact::name).containsExactly("Computed features");
        assertThat(step(5).query().orElseThrow()).startsWith("select person.\"customer_id\" from (");
        assertThat(step(3).inputs()).extracting(Fact::name).containsExactly("crm", "orders");
        assertThat(step(3).command()).contains("corymb resolve shop.corymb");
    }

    @Test
    void theResultsOfAPageAreExplainedTogether() {
        var answer = session.explanation("Sources", session.project().sources());
        assertThat(answer.orElseThrow().get().facts())
                .extracting(Fact::name)
                .containsExactly("Imported crm", "Imported orders");
        assertThat(session.explanation("Tests", session.project().studies())).isEmpty();
    }

    @Test
    void everyStepHasFactsWithoutNamesOfClasses() {
        takeEverything();
        for (var change : changes()) {
            var explained = session.explain(change);
            assertThat(explained.facts()).isNotEmpty();
            assertThat(explained.words()).isNotEmpty().doesNotContain("{");
            assertThat(explained.facts())
                    .allSatisfy(fact ->
                            assertThat(fact.value()).doesNotContain("corymb.", "[", "@", "null", "NaN", "r_score"));
        }
    }

    @Test
    void everyCommandIsAcceptedByTheCommandLineAndMakesTheSamePlan() {
        takeEverything();
        var before = session.project();
        var commands = changes().stream()
                .filter(change -> !(change instanceof SourceChange.SourceImported))
                .map(change -> session.explain(change).command().orElseThrow())
                .toList();
        session.close();
        for (var command : commands) {
            assertThat(status(command)).as(command).isZero();
        }
        session.show(new SqliteProjectFiles(FilledProject.CLOCK).open(folder.resolve("shop.corymb"), Progress.NONE));
        assertThat(session.historyProperty().get().past()).hasSizeGreaterThan(commands.size() * 2 - 2);
        assertSamePlans(before, session.project());
    }

    @Test
    void theCommandOfAnImportMapsTheColumnsAsThePersonDid() throws IOException {
        session.show(new SqliteProjectFiles(FilledProject.CLOCK).create(folder.resolve("people.corymb")));
        takeTheImportOf("people.csv", "id,e-mail,name\n1,a@example.org,A\n2,b@example.org,B\n");
        take(Journey::assessQuality);
        var plan = session.project().source("people").orElseThrow().value().plan();
        var commands = changes().stream()
                .map(change -> session.explain(change).command().orElseThrow())
                .toList();
        session.close();
        for (var command : commands) {
            assertThat(status(command)).as(command).isZero();
        }
        session.show(new SqliteProjectFiles(FilledProject.CLOCK).open(folder.resolve("people.corymb"), Progress.NONE));
        assertThat(session.historyProperty().get().past()).hasSize(4);
        assertThat(session.project().source("people").orElseThrow().value().plan())
                .isEqualTo(plan);
    }

    private static void assertSamePlans(Project before, Project after) {
        assertThat(after.features().map(made -> made.value().plan()))
                .isEqualTo(before.features().map(made -> made.value().plan()));
        assertThat(after.clustering().map(made -> made.value().plan()))
                .isEqualTo(before.clustering().map(made -> made.value().plan()));
        assertThat(after.recommendation().map(made -> made.value().plan()))
                .isEqualTo(before.recommendation().map(made -> made.value().plan()));
        assertThat(after.segments())
                .extracting(made -> made.value().plan())
                .isEqualTo(before.segments().stream()
                        .map(made -> made.value().plan())
                        .toList());
        assertThat(simulations(after))
                .hasSize(2)
                .containsOnly(simulations(before).getFirst());
    }

    private static List<SimulationPlan> simulations(Project project) {
        return project.studies().stream()
                .flatMap(made -> made.value() instanceof Study.SimulatedTest test
                        ? Stream.of(test.simulation().plan())
                        : Stream.empty())
                .toList();
    }

    private void takeEverything() {
        FilledProject.source(
                session.file(),
                "test",
                Role.EXPOSURES,
                Sql.of("select 'C' || lpad(cast(i as varchar), 4, '0') as customer_id, 'home page' as experiment,"
                        + " ['control', 'new one'][i % 2 + 1] as variant, timestamp '2026-01-01' as timestamp,"
                        + " i % 5 = 0 as converted from range(300) t(i)"));
        FilledProject.source(
                session.file(),
                "carts",
                Role.EVENTS,
                Sql.of(
                        "select 'C' || lpad(cast(i as varchar), 4, '0') as customer_id, timestamp '2026-01-02' as timestamp,"
                                + " 'view' as type, 'I' || (i % 9 + k) as item_id from range(300) t(i), range(3) u(k)"));
        take(Journey::resolveCustomers);
        take((journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress));
        takeClusteringsByOtherMethods();
        take((journey, progress) -> journey.cluster(
                new ClusterPlan(
                        List.of("frequency", "monetary"),
                        Scaling.ROBUST,
                        new ClusterMethod.KMeans(new Counts(2, 4), 2, 300),
                        new Seed(7)),
                progress));
        take((journey, progress) -> journey.cluster(
                ClusterPlan.of(List.of("frequency", "monetary"))
                        .trying(3)
                        .beginning(new Beginning.Oversampled())
                        .weighing(Optional.of("monetary")),
                progress));
        take((journey, progress) -> journey.cluster(
                ClusterPlan.of(List.of("frequency", "monetary"))
                        .trying(3)
                        .beginning(Beginning.Groups.of(journey.groups().clustering())),
                progress));
        take((journey, progress) -> journey.recommend(RecommendationPlan.standard(Method.ITEM_KNN, 4), progress));
        take((journey, _) -> journey.experiments().plan("rate", PowerPlan.of(0.1, Effect.relative(-0.2))));
        take((journey, progress) -> journey.experiments()
                .simulate(
                        "trial",
                        new SimulationPlan(
                                "Not German, it's so",
                                new SimulatedMetric.Value("monetary"),
                                Effect.relative(0.1),
                                new SimulationPlan.Design(
                                        7,
                                        100,
                                        SimulationPlan.Design.USUAL.peek(),
                                        0.1,
                                        SimulationPlan.Design.USUAL.enrolled()),
                                new Seed(3)),
                        progress));
        take((journey, progress) -> journey.experiments().analyse(AnalysisPlan.of("home page"), progress));
    }

    private void takeClusteringsByOtherMethods() {
        var range = new Counts(2, 3);
        for (var method : List.of(
                new ClusterMethod.Mixture(range, Covariance.TIED, 2, 200, 1e-4),
                new ClusterMethod.Merging(range, Linkage.AVERAGE),
                new ClusterMethod.MiniBatch(range, 64, 20),
                new ClusterMethod.KPrototypes(range, OptionalDouble.of(0.8), 2, 100),
                new ClusterMethod.Gower(range, Linkage.COMPLETE),
                new ClusterMethod.Hdbscan(10, 3),
                new ClusterMethod.Dbscan(OptionalDouble.of(1.5), 4))) {
            take((journey, progress) -> journey.cluster(
                    new ClusterPlan(List.of("frequency", "monetary"), Scaling.STANDARD, method, new Seed(7)),
                    progress));
        }
    }

    private void take(Journey.Step step) {
        session.take("Step", step, outcome -> assertThat(outcome).isInstanceOf(corymb.work.Outcome.Done.class));
    }

    /** With a column chosen by hand. */
    private void takeTheImportOf(String name, String rows) throws IOException {
        var file = Files.writeString(folder.resolve(name), rows);
        var detected = FileDetection.detect(file, Progress.NONE);
        var columns = MappingProposal.propose(detected, Role.CUSTOMERS);
        var plan = MappingProposal.withMapping(
                ImportPlan.of("people", Role.CUSTOMERS, detected, columns), java.util.Map.of("name", "-"));
        take((journey, progress) -> journey.importFile(plan, progress));
    }

    /** Runs the command as a shell in the folder would. */
    private int status(String command) {
        var words = new ArrayList<String>();
        WORD.matcher(command).results().forEach(match -> words.add(unquoted(match.group())));
        assertThat(words.removeFirst()).isEqualTo("corymb");
        words.replaceAll(word -> word.endsWith(".corymb") || word.endsWith(".csv")
                ? folder.resolve(word).toString()
                : word);
        var stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var clock = FilledProject.CLOCK;
        return new CommandDesk(
                        new SqliteProjectFiles(clock), clock, new Terminal(stream, stream, false), _ -> {}, "1.2.3")
                .run(words);
    }

    private static String unquoted(String word) {
        return word.replace("'\\''", "\u0000").replace("'", "").replace('\u0000', '\'');
    }
}
