package corymb.ui.experiments;

import corymb.experiment.AnalysisPlan;
import corymb.experiment.AnalysisPlan.RatioCheck;
import corymb.experiment.ExperimentAnalysis;
import corymb.experiment.Study;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A test that ran, read from the exposures that were imported. */
public final class AnalyseTestModel {
    final ObservableList<String> experiments = FXCollections.observableArrayList();
    final ObjectProperty<String> experiment = new SimpleObjectProperty<>("");
    final StringProperty control = new SimpleStringProperty("");
    final StringProperty metrics = new SimpleStringProperty("");
    final StringProperty confidence = new SimpleStringProperty("95");
    final StringProperty ratioThreshold = new SimpleStringProperty("0.001");
    final StringProperty weights = new SimpleStringProperty("");
    final ObjectProperty<Optional<Study.AnalysedTest>> result = new SimpleObjectProperty<>(Optional.empty());

    private final Session session;
    private final Consumer<Outcome<?>> tell;
    private final PeopleModel people;
    private List<Relation> known = List.of();

    AnalyseTestModel(Session session, Consumer<Outcome<?>> tell) {
        this.session = session;
        this.tell = tell;
        this.people = new PeopleModel(session);
        result.subscribe(_ -> people.clear());
    }

    /** The customers of the variant that was clicked. */
    PeopleModel people() {
        return people;
    }

    /** Shows the customers who saw a variant of the shown test and no other. */
    void openVariant(String variant) {
        result.get().ifPresent(shown -> {
            var title = Texts.of("experiments.variantPeople", variant, shown.name());
            session.<Sql>read(
                    title,
                    (file, progress) ->
                            new Journey(file, session.clock()).experiments().exposed(shown.name(), variant, progress),
                    outcome -> {
                        if (outcome instanceof Outcome.Done<Sql>(var rows)) {
                            people.show(People.listed(title, rows));
                        } else {
                            tell.accept(outcome);
                        }
                    });
        });
    }

    /** Offers the tests of the present project; a result that was undone goes. */
    void offer() {
        var exposures = session.project().data(Role.EXPOSURES);
        if (!exposures.equals(known)) {
            known = exposures;
            if (exposures.isEmpty()) {
                offer(List.of());
            } else {
                session.read(
                        Texts.of("experiments.looking"),
                        (file, progress) -> names(file, exposures, progress),
                        this::found);
            }
        }
        var kept = session.project().studies().stream().map(Made::value).toList();
        if (result.get().filter(shown -> !kept.contains(shown)).isPresent()) {
            result.set(Optional.empty());
        }
    }

    private static List<String> names(ProjectFile file, List<Relation> exposures, Progress progress) {
        return exposures.stream()
                .flatMap(each -> ExperimentAnalysis.names(file.engine(), each, progress).stream())
                .distinct()
                .toList();
    }

    private void found(Outcome<List<String>> outcome) {
        tell.accept(outcome);
        if (outcome instanceof Outcome.Done<List<String>>(var names)) {
            offer(names);
        }
    }

    private void offer(List<String> names) {
        var before = experiment.get();
        experiments.setAll(names);
        experiment.set(names.contains(before) || names.isEmpty() ? before : names.getFirst());
    }

    /** The step that reads the test. */
    Journey.Step step() {
        var plan = plan();
        return (journey, progress) -> journey.experiments().analyse(plan, progress);
    }

    private AnalysisPlan plan() {
        if (!experiments.contains(experiment.get())) {
            throw new Problem(Texts.of("experiments.noExperiment"), "", Texts.of("experiments.chooseExperiment"))
                    .asFailure();
        }
        return new AnalysisPlan(
                experiment.get(),
                control.get().strip(),
                listed(metrics.get()),
                Typed.significance(confidence.get(), Texts.of("experiments.confidence")),
                new RatioCheck(
                        Typed.number(ratioThreshold.get(), Texts.of("experiments.ratioThreshold")),
                        weights(weights.get())));
    }

    private static List<String> listed(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Reads "control 2, short 1". */
    private static Map<String, Double> weights(String text) {
        var weights = new LinkedHashMap<String, Double>();
        for (var part : listed(text)) {
            int space = part.lastIndexOf(' ');
            double weight = Typed.number(space < 0 ? "" : part.substring(space + 1), Texts.of("experiments.weights"));
            if (!(weight > 0)) {
                throw new Problem(Texts.of("experiments.badWeight"), part, Texts.of("experiments.giveWeight"))
                        .asFailure();
            }
            weights.put(part.substring(0, space).strip(), weight);
        }
        return weights;
    }

    /** Shows an analysis that was kept. */
    void show(Study.AnalysedTest kept) {
        var plan = kept.analysis().plan();
        experiment.set(plan.experiment());
        control.set(plan.control());
        metrics.set(String.join(", ", plan.metrics()));
        confidence.set(Words.typed((1 - plan.alpha()) * 100));
        ratioThreshold.set(Words.typed(plan.ratio().alpha()));
        weights.set(plan.ratio().weights().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Words.typed(entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", ")));
        result.set(Optional.of(kept));
    }
}
