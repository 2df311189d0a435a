package corymb.ui.kit;

import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A message where it arose: what happened, where, what to do, and at most one button that does it. */
public final class MessageBar extends HBox {
    private final Label what = new Label();
    private final Label remedy = new Label();
    private final HBox buttons = new HBox();
    private final VBox words = new VBox(what, remedy);

    public MessageBar() {
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("message-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        what.getStyleClass().add("message-what");
        for (var label : List.of(what, remedy)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        words.getStyleClass().add("message-words");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        hide();
    }

    /** Shows an expected failure. */
    public void show(Problem problem) {
        show(problem, "", () -> {});
    }

    /** Shows an expected failure and a button that mends it. */
    public void show(Problem problem, String action, Runnable mend) {
        var place = problem.where().isEmpty() ? "" : " (" + problem.where() + ")";
        show(Kind.PROBLEM, problem.what() + place, problem.remedy());
        offer(action, mend);
    }

    /** Shows a defect by its code, with its details to copy. */
    public void showBroken(Throwable cause, Dialogs dialogs) {
        show(Kind.PROBLEM, Texts.of("kit.broken", ErrorLog.code(cause)), Texts.of("kit.brokenRemedy"));
        offer(Texts.of("kit.copyDetails"), () -> dialogs.copy(ErrorLog.details(cause)));
    }

    /** Shows what kept a job from its end; hides when nothing did. */
    public void show(Outcome<?> outcome, Dialogs dialogs) {
        switch (outcome) {
            case Outcome.Failed<?>(var problem) -> show(problem);
            case Outcome.Broken<?>(var cause) -> showBroken(cause, dialogs);
            case Outcome.Done<?> _, Outcome.Cancelled<?> _ -> hide();
        }
    }

    /** Shows a note that is no failure, and a button that does something about it. */
    public void show(Kind kind, String text, String action, Runnable run) {
        show(kind, text, "", action, run);
    }

    /** The same with more about it. */
    public void show(Kind kind, String text, String more, String action, Runnable run) {
        show(kind, text, more);
        offer(action, run);
    }

    /** Shows a note that is no failure. */
    public void show(Kind kind, String text, String more) {
        what.setText(text);
        remedy.setText(more);
        remedy.setVisible(!more.isEmpty());
        remedy.setManaged(!more.isEmpty());
        buttons.getChildren().setAll(Icons.button("fth-x", Texts.of("kit.dismiss"), this::hide));
        getStyleClass().removeAll("problem", "warning", "info", "success");
        getStyleClass().add(kind.styleClass);
        getChildren().setAll(Icons.of(kind.icon), words, buttons);
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void offer(String action, Runnable run) {
        if (!action.isEmpty()) {
            var button = new Button(action);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> run.run());
            buttons.getChildren().addFirst(button);
        }
    }

    /** What sort of message it is. */
    public enum Kind {
        PROBLEM("problem", "fth-alert-circle"),
        WARNING("warning", "fth-alert-triangle"),
        INFO("info", "fth-info"),
        SUCCESS("success", "fth-check-circle");

        private final String styleClass;
        private final String icon;

        Kind(String styleClass, String icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }
    }
}
