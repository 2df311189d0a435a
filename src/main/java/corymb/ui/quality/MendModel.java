package corymb.ui.quality;

import corymb.importing.Source;
import corymb.project.History;
import corymb.repair.Repair;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import corymb.ui.session.Latest;
import corymb.work.Failure;
import corymb.work.Outcome;
import java.util.EnumMap;
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

/** A repair in the making, and what it would do to the rows; what was answered for one kind stays while another is tried. */
final class MendModel {
    /** How many different changes a preview shows. */
    private static final int EXAMPLES = 8;

    /** Rows that are looked at before all are: of these a preview is there at once. */
    private static final long AT_FIRST = 20_000;

    private final RepairListModel repairs;
    private final Source source;
    private final Optional<Integer> edited;
    private final List<RepairStep> before;
    private final SpellingsModel spellings;
    private final MendDefaults defaults;
    private final Map<MendKind, MendDraft> drafts = new EnumMap<>(MendKind.class);
    private final ReadOnlyObjectWrapper<MendDraft> draft;
    private final ReadOnlyObjectWrapper<Optional<Repair>> repair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RepairPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper("");
    private final TypingPause pause = new TypingPause();
    private final Latest trying = new Latest();

    /**
     * Begins with a repair.
     *
     * @param begun what is known of it
     * @param edited the number of the step whose place it takes; empty for a new one
     */
    MendModel(RepairListModel repairs, Source source, Mending begun, Optional<Integer> edited) {
        this.repairs = repairs;
        this.source = source;
        this.edited = edited;
        this.before = repairs.before(edited);
        this.defaults = repairs.defaults(source);
        this.draft = new ReadOnlyObjectWrapper<>(defaults.filled(begun.draft()));
        this.spellings = new SpellingsModel(repairs, source, begun);
        spellings.onChanged(this::tellOfSpellings);
        tell(Runnable::run);
    }

    Source source() {
        return source;
    }

    MendDefaults defaults() {
        return defaults;
    }

    SpellingsModel spellings() {
        return spellings;
    }

    ReadOnlyObjectProperty<MendDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What it would do; empty while that is not known. */
    ReadOnlyObjectProperty<Optional<RepairPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What is done, in words. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What it comes to, or what is still missing. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** What the button says that does it. */
    ReadOnlyStringProperty verbProperty() {
        return verb.getReadOnlyProperty();
    }

    BooleanBinding isCompleteProperty() {
        return Bindings.createBooleanBinding(() -> preview.get().isPresent(), preview);
    }

    void choose(MendKind kind) {
        drafts.put(draft.get().kind(), draft.get());
        draft.set(Optional.ofNullable(drafts.get(kind)).orElseGet(() -> defaults.draft(kind)));
        tell(pause::then);
    }

    void answer(Ask ask, List<String> answer) {
        if (!draft.get().all(ask).equals(answer)) {
            draft.set(defaults.answered(draft.get(), ask, answer));
            tell(pause::then);
        }
    }

    /** Does it. */
    void mend(Consumer<Outcome<History>> whenEnded) {
        stopTrying();
        var asking = repair.get();
        // Asked for twice it is done once.
        repair.set(Optional.empty());
        Consumer<Outcome<History>> ended = outcome -> {
            if (!(outcome instanceof Outcome.Done<?>)) {
                repair.set(asking);
            }
            whenEnded.accept(outcome);
        };
        asking.ifPresent(made ->
                edited.ifPresentOrElse(number -> repairs.edit(number, made, ended), () -> repairs.add(made, ended)));
    }

    /** Lets go of what is being tried. */
    void close() {
        stopTrying();
        spellings.close();
    }

    private void stopTrying() {
        pause.stop();
        trying.forget();
    }

    private void tellOfSpellings() {
        if (draft.get().kind() == MendKind.DICTIONARY) {
            tell(pause::then);
        }
    }

    /**
     * Says what it would do, as soon as that is known.
     *
     * @param trying when it is tried
     */
    private void tell(Consumer<Runnable> trying) {
        if (draft.get().kind() == MendKind.DICTIONARY) {
            spellings.choose(draft.get().text(Ask.COLUMN));
        }
        stopTrying();
        repair.set(Optional.empty());
        preview.set(Optional.empty());
        verb.set(Texts.of("mend.verb"));
        try {
            var made = draft.get().kind() == MendKind.DICTIONARY
                    ? spellings.dictionary()
                    : draft.get().repair();
            words.set(made.label());
            told.set(Texts.of("mend.trying"));
            trying.accept(() -> {
                // A project that was closed meanwhile has no rows to try it on.
                if (repairs.sourceProperty().get().isPresent()) {
                    tryOut(new Repairing.Preview(made, EXAMPLES, AT_FIRST));
                }
            });
        } catch (Failure incomplete) {
            words.set("");
            var problem = incomplete.problem();
            told.set((problem.what() + " " + problem.where()).strip());
        }
    }

    /** Tries it on some rows, then on all; of what was asked before nothing is shown any more. */
    private void tryOut(Repairing.Preview trial) {
        trying.<RepairPreview>ask(ended -> repairs.tryOut(source, before, trial, ended), outcome -> {
            tried(trial.repair(), outcome);
            if (trial.rows() == AT_FIRST
                    && source.accepted() > AT_FIRST
                    && preview.get().isPresent()) {
                tryOut(Repairing.Preview.whole(trial.repair(), EXAMPLES));
            }
        });
    }

    private void tried(Repair made, Outcome<RepairPreview> outcome) {
        switch (outcome) {
            case Outcome.Done(var shown) -> {
                repair.set(Optional.of(made));
                preview.set(Optional.of(shown));
                var said = new MendWords(shown, source.accepted(), edited.isPresent());
                told.set(said.told());
                verb.set(said.verb());
            }
            case Outcome.Failed(var problem) -> told.set(problem.what());
            case Outcome.Cancelled() -> told.set("");
            case Outcome.Broken(var cause) ->
                told.set(Texts.of("checks.broken", cause.getClass().getSimpleName()));
        }
    }
}
