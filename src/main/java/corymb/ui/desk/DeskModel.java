package corymb.ui.desk;

import corymb.settings.Settings;
import corymb.ui.kit.Command;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RailStep;
import corymb.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the frame of the window shows and can do. */
public final class DeskModel implements Navigator {
    private static final int TEXT_STEP = 10;

    private final ObservableList<RailStep> steps = FXCollections.observableArrayList();
    private final ObservableList<Command> pageCommands = FXCollections.observableArrayList();
    private final StringProperty page = new SimpleStringProperty("");
    private String before = "";
    private final StringProperty projectName = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanProperty redoable = new SimpleBooleanProperty();
    private final ObjectProperty<Settings> settings;
    private final DeskActions actions;

    public DeskModel(DeskActions actions, ObjectProperty<Settings> settings) {
        this.actions = actions;
        this.settings = settings;
    }

    /** The steps on the rail; while there are none the rail is away, as on the welcome page. */
    public ObservableList<RailStep> steps() {
        return steps;
    }

    /** Commands of the open page that the palette offers first. */
    public ObservableList<Command> pageCommands() {
        return pageCommands;
    }

    /** The id of the page that is open. */
    public StringProperty pageProperty() {
        return page;
    }

    public StringProperty projectNameProperty() {
        return projectName;
    }

    /** What the foot of the window says at the left, such as "Saved 14:03". */
    public StringProperty noteProperty() {
        return note;
    }

    public BooleanProperty undoableProperty() {
        return undoable;
    }

    public BooleanProperty redoableProperty() {
        return redoable;
    }

    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    @Override
    public void go(String step) {
        if (!step.equals(page.get())) {
            before = page.get();
            page.set(step);
        }
    }

    /** Goes to the page that was open before this one. */
    public void goBack() {
        go(before);
    }

    public void undo() {
        if (undoable.get()) {
            actions.undo();
        }
    }

    public void redo() {
        if (redoable.get()) {
            actions.redo();
        }
    }

    public void openRecent(Path project) {
        actions.openRecent(project);
    }

    public void filesDropped(List<Path> files) {
        actions.filesDropped(files);
    }

    public void chooseTheme(Settings.ThemeChoice choice) {
        settings.set(settings.get().withTheme(choice));
    }

    /** The same as {@link #commands}, as they come and go with projects and pages. */
    public ObservableValue<List<Command>> commandsProperty() {
        return Bindings.createObjectBinding(this::commands, steps, pageCommands, projectName);
    }

    /** Every command, in the order the palette shows them. */
    public List<Command> commands() {
        var commands = new ArrayList<>(pageCommands);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var keys = i < 9 ? "Shortcut+" + (i + 1) : "";
            commands.add(new Command(Texts.of("desk.goTo", step.name()), keys, () -> go(step.id())));
        }
        commands.addAll(projectCommands());
        commands.addAll(viewCommands());
        return commands;
    }

    private List<Command> projectCommands() {
        var always = List.of(
                new Command(Texts.of("desk.new"), "Shortcut+N", actions::newProject),
                new Command(Texts.of("desk.open"), "Shortcut+O", actions::openProject));
        if (projectName.get().isEmpty()) {
            return always;
        }
        var commands = new ArrayList<>(always);
        commands.add(new Command(Texts.of("desk.export"), "Shortcut+E", () -> go(Page.EXPORTS.id())));
        commands.add(new Command(Texts.of("desk.saveCopy"), "Shortcut+Shift+S", actions::saveCopy));
        commands.add(new Command(Texts.of("desk.compact"), "", () -> go(Page.HISTORY.id())));
        commands.add(new Command(Texts.of("desk.closeProject"), "Shortcut+W", actions::closeProject));
        commands.add(new Command(Texts.of("desk.undo"), "Shortcut+Z", this::undo));
        commands.add(new Command(Texts.of("desk.redo"), "Shortcut+Y", this::redo));
        return commands;
    }

    private List<Command> viewCommands() {
        return List.of(
                new Command(Texts.of("desk.preferences"), "Shortcut+Comma", () -> go(Page.PREFERENCES.id())),
                new Command(Texts.of("desk.light"), "", () -> chooseTheme(Settings.ThemeChoice.LIGHT)),
                new Command(Texts.of("desk.dark"), "", () -> chooseTheme(Settings.ThemeChoice.DARK)),
                new Command(Texts.of("desk.system"), "", () -> chooseTheme(Settings.ThemeChoice.SYSTEM)),
                new Command(Texts.of("desk.largerText"), "Shortcut+Plus", () -> resizeText(TEXT_STEP)),
                new Command(Texts.of("desk.smallerText"), "Shortcut+Minus", () -> resizeText(-TEXT_STEP)),
                new Command(Texts.of("desk.about"), "", actions::showAbout));
    }

    private void resizeText(int percent) {
        settings.set(settings.get().withTextPercent(settings.get().textPercent() + percent));
    }
}
