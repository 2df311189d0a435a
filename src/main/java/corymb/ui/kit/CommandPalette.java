package corymb.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Finds a command by a few letters of its name and runs it. */
public final class CommandPalette extends VBox {
    private static final int MOST_ROWS = 9;
    private static final double ROW = 36;

    private final ObservableValue<List<Command>> commands;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();

    /** Offers commands, which may come and go while it is open. */
    public CommandPalette(ObservableValue<List<Command>> commands) {
        this.commands = commands;
        getStyleClass().add("palette");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setPromptText(Texts.of("palette.prompt"));
        field.setAccessibleText(Texts.of("palette.prompt"));
        field.textProperty().addListener((_, _, text) -> filter(text));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new CommandCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.of("palette.nothing")));
        list.setOnMouseClicked(_ -> runSelected());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        getChildren().addAll(field, list);
        filter("");
        commands.addListener((_, _, _) -> offerAnew());
    }

    /** Opens the palette over the window that {@code node} is in. */
    public void showOver(Node node) {
        var overlay = Overlay.of(node);
        overlay.show(this, Pos.TOP_CENTER, overlay::hide);
        field.requestFocus();
    }

    /** The commands that have the letters of {@code text} in order, the closest first. */
    static List<Command> matching(List<Command> commands, String text) {
        record Match(Command command, int distance) {}
        return commands.stream()
                .map(command ->
                        new Match(command, distance(command.name(), text).orElse(-1)))
                .filter(match -> match.distance() >= 0)
                .sorted(Comparator.comparingInt(Match::distance))
                .map(Match::command)
                .toList();
    }

    private static OptionalInt distance(String name, String text) {
        var lower = name.toLowerCase(Locale.ROOT);
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        int whole = lower.indexOf(wanted);
        if (whole >= 0) {
            return OptionalInt.of(whole);
        }
        int at = -1;
        int gaps = name.length();
        for (int i = 0; i < wanted.length(); i++) {
            int found = lower.indexOf(wanted.charAt(i), at + 1);
            if (found < 0) {
                return OptionalInt.empty();
            }
            gaps += found - at - 1;
            at = found;
        }
        return OptionalInt.of(gaps);
    }

    private void filter(String text) {
        list.getItems().setAll(matching(commands.getValue(), text));
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 1, MOST_ROWS) + 2);
    }

    /** What was selected stays so as long as it is there. */
    private void offerAnew() {
        var selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        filter(field.getText());
        selected.flatMap(before -> list.getItems().stream()
                        .filter(command -> command.name().equals(before.name()))
                        .findFirst())
                .ifPresent(list.getSelectionModel()::select);
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(event, -1);
            case DOWN -> move(event, 1);
            case ENTER -> {
                event.consume();
                runSelected();
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int by) {
        event.consume();
        int size = list.getItems().size();
        if (size > 0) {
            int to = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().select(to);
            list.scrollTo(to);
        }
    }

    private void runSelected() {
        var command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            Overlay.of(this).hide();
            command.action().run();
        }
    }

    /** Shows a command with its shortcut at the right. */
    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(empty ? null : line(command));
        }

        private static Node line(Command command) {
            var name = new Label(command.name());
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var line = new HBox(name);
            if (!command.keys().isEmpty()) {
                var keys = new Label(KeyCombination.valueOf(command.keys()).getDisplayText());
                keys.getStyleClass().add("keys");
                line.getChildren().add(keys);
            }
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
