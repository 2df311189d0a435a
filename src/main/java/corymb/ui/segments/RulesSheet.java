package corymb.ui.segments;

import corymb.project.RuleTaking;
import corymb.project.RuleTaking.Clash;
import corymb.project.RuleTaking.Doing;
import corymb.segment.SharedRule;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.kit.WizardSheet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that shows the rules of a file, and what taking them would do, before anything is taken. */
final class RulesSheet {
    private static final int MOST_LETTERS = 300;

    private final RulesModel model;
    private final Map<SharedRule, CheckBox> wanted = new HashMap<>();
    private final Map<SharedRule, VBox> saidOf = new HashMap<>();

    private RulesSheet(RulesModel model) {
        this.model = model;
    }

    static void show(RulesModel model, Dialogs dialogs, Node over) {
        var problem = new MessageBar();
        model.endedProperty().addListener((_, _, outcome) -> problem.show(outcome, dialogs));
        var isReady = Bindings.createBooleanBinding(
                () -> model.takingProperty()
                        .get()
                        .filter(RuleTaking::fits)
                        .filter(taking -> !taking.plans().isEmpty())
                        .isPresent(),
                model.takingProperty());
        var step =
                new WizardSheet.Step(Texts.of("segments.rules.step"), new RulesSheet(model).content(problem), isReady);
        var close = new AtomicReference<Runnable>(() -> {});
        var sheet = new WizardSheet(
                Texts.of("segments.rules.import"),
                List.of(step),
                "",
                () -> model.take(() -> {
                    close.get().run();
                    Toast.show(
                            over,
                            Texts.of(
                                    "segments.rules.taken",
                                    count(model.takingProperty().get())));
                }));
        close.set(sheet::close);
        sheet.finishProperty().bind(model.takingProperty().map(RulesSheet::verb));
        sheet.showOver(over);
    }

    private static int count(Optional<RuleTaking> taking) {
        return taking.map(found -> found.plans().size()).orElse(0);
    }

    private static String verb(Optional<RuleTaking> taking) {
        int count = count(taking);
        return count == 1 ? Texts.of("segments.rules.takeOne") : Texts.of("segments.rules.take", count);
    }

    private Node content(MessageBar problem) {
        var hint = said("segments.rules.hint");
        var leaveOut = new Button(Texts.of("segments.rules.leaveOut"));
        leaveOut.setId("leaveOut");
        leaveOut.getStyleClass().add("small");
        leaveOut.setOnAction(_ -> {
            var misfits = model.misfits();
            wanted.forEach((rule, box) -> box.setSelected(box.isSelected() && !misfits.contains(rule)));
        });
        var unfit = new VBox(said("segments.rules.unfit"), leaveOut);
        unfit.getStyleClass().add("near");
        Choices.shownWhile(
                unfit,
                model.takingProperty()
                        .map(taking -> taking.filter(found -> !found.fits()).isPresent()));
        var content = new VBox(problem, hint, unfit);
        content.getStyleClass().add("group");
        if (model.hasClashes()) {
            var clash = new ComboBox<Clash>();
            clash.setId("clash");
            clash.setAccessibleText(Texts.of("segments.rules.clash"));
            Choices.offer(
                    clash,
                    List.of(Clash.RENAME, Clash.REPLACE, Clash.SKIP),
                    model.clashProperty(),
                    each -> Texts.of("segments.rules.clash." + each.name().toLowerCase(Locale.ROOT)));
            content.getChildren().addAll(said("segments.rules.clash"), clash);
        }
        model.rules().forEach(rule -> content.getChildren().add(entry(rule)));
        model.takingProperty().subscribe(_ -> model.rules().forEach(this::tell));
        return content;
    }

    private Node entry(SharedRule rule) {
        var box = new CheckBox(rule.name());
        box.setMnemonicParsing(false);
        box.setSelected(true);
        box.selectedProperty().addListener((_, _, isWanted) -> model.choose(rule, isWanted));
        wanted.put(rule, box);
        var told = new VBox();
        told.getStyleClass().add("tight");
        saidOf.put(rule, told);
        var entry = new VBox(box, told);
        entry.getStyleClass().add("tight");
        return entry;
    }

    /** What becomes of one, who would belong to it, and what keeps it from being taken. */
    private void tell(SharedRule rule) {
        var told = saidOf.get(rule);
        if (told == null) {
            return;
        }
        told.getChildren().clear();
        model.line(rule).ifPresent(line -> {
            told.getChildren().add(label(brief(model.words(line)), "muted"));
            if (line.doing() != Doing.ADDED) {
                told.getChildren().add(label(doing(line), "strong"));
            }
            line.problems()
                    .forEach(problem -> told.getChildren()
                            .add(label((problem.what() + " " + problem.remedy()).strip(), "rule-fault")));
        });
    }

    private static String doing(RuleTaking.Line line) {
        return Texts.of("segments.rules." + line.doing().name().toLowerCase(Locale.ROOT), line.name());
    }

    private static String brief(String words) {
        return words.length() > MOST_LETTERS ? words.substring(0, MOST_LETTERS) + "…" : words;
    }

    private static Label said(String key) {
        return label(Texts.of(key), "muted");
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
