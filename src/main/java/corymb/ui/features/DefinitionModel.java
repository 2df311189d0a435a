package corymb.ui.features;

import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureSummary;
import corymb.feature.RfmFeature;
import corymb.feature.ScoreTrial;
import corymb.rule.RuleSuggestions;
import corymb.rule.Suggestion;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.work.Failure;
import corymb.work.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A feature of one's own in the making, and what it looks like over some customers; a score over all of them. */
final class DefinitionModel {
    private final FeaturesModel features;
    private final Schema events;
    private final ReadOnlyObjectWrapper<Optional<FeatureSummary>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoreTrial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FeatureDefinition>> definition =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final Latest trying = new Latest();

    DefinitionModel(FeaturesModel features) {
        this.features = features;
        this.events = features.session().project().eventSources().schema();
    }

    /** The columns of events. */
    Schema events() {
        return events;
    }

    /** The names of columns that events have, those of numbers alone where only they will do. */
    List<String> columns(boolean isNumbersOnly) {
        return features.session().project().eventSources().told().stream()
                .filter(field -> !isNumbersOnly || field.type().isNumeric())
                .map(Field::name)
                .filter(name -> !name.equals("customer_id") && !name.equals("timestamp"))
                .toList();
    }

    /** What could stand at the caret of the filter. */
    List<Suggestion> suggestions(String filter, int caret) {
        var types = Map.of("type", List.copyOf(features.options().types()));
        return new RuleSuggestions(events, types).at(filter, Math.min(caret, filter.length()));
    }

    /** What it looks like over some customers; the last one stays until there is another. */
    ReadOnlyObjectProperty<Optional<FeatureSummary>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Which scores all customers get; empty where it is no score. */
    ReadOnlyObjectProperty<Optional<ScoreTrial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** What is still missing or wrong; empty when nothing is. */
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Whether it has a name and can be computed. */
    BooleanBinding isCompleteProperty() {
        return Bindings.createBooleanBinding(() -> definition.get().isPresent(), definition);
    }

    /** Takes over what the person has said so far, and tries it. */
    void draft(DefinitionDraft draft) {
        definition.set(Optional.empty());
        trying.forget();
        try {
            var made = draft.definition(events);
            missing.set(Texts.of("features.trying"));
            attempt(draft, made);
        } catch (Failure incomplete) {
            preview.set(Optional.empty());
            trial.set(Optional.empty());
            missing.set(incomplete.problem().what());
        }
    }

    /** How many customers a feature is tried on. */
    long tried() {
        return features.tried();
    }

    private void attempt(DefinitionDraft draft, FeatureDefinition made) {
        if (made instanceof RfmFeature.CutScore score) {
            trying.<ScoreTrial>ask(
                    ended -> features.tryScore(score, ended),
                    ended -> tried(draft, made, ended, found -> {
                        preview.set(Optional.empty());
                        trial.set(Optional.of(found));
                    }));
        } else {
            trying.<FeatureSummary>ask(
                    ended -> features.preview(made, ended),
                    ended -> tried(draft, made, ended, found -> {
                        trial.set(Optional.empty());
                        preview.set(Optional.of(found));
                    }));
        }
    }

    private <R> void tried(DefinitionDraft draft, FeatureDefinition made, Outcome<R> ended, Consumer<R> show) {
        switch (ended) {
            case Outcome.Done(var found) -> {
                show.accept(found);
                definition.set(Optional.of(made).filter(_ -> draft.isNamed()));
                missing.set(draft.isNamed() ? "" : Texts.of("features.lacksName"));
            }
            case Outcome.Failed(var problem) -> missing.set(problem.what() + " " + problem.remedy());
            case Outcome.Cancelled() -> missing.set("");
            case Outcome.Broken<?> _ -> missing.set(Texts.of("kit.brokenRemedy"));
        }
    }

    /** Computes it together with the features that are chosen. */
    void save(Consumer<Outcome<?>> whenEnded) {
        definition.get().ifPresent(made -> features.define(made, whenEnded));
    }
}
