package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.segment.GroupFit;
import corymb.segment.GroupOrigin;
import corymb.segment.ListOrigin;
import corymb.segment.Segment;
import corymb.table.Zone;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What the side says of the chosen segment, and what to do with it. */
final class SegmentInspector {
    private final InspectorSide side;
    private final SegmentsModel model;
    private Optional<Inspector> opened = Optional.empty();

    SegmentInspector(InspectorSide side, SegmentsModel model) {
        this.side = side;
        this.model = model;
    }

    /** Shows another segment, or what has become of it, where one is shown. */
    void follow(Made<Segment> made) {
        if (opened.isPresent() && side.shownProperty().get().equals(opened)) {
            show(made);
        }
    }

    void show(Made<Segment> made) {
        var numbers = Numbers.local();
        var zone = ZoneId.systemDefault();
        var segment = made.value();
        var rule = new Label(segment.plan().ruleBrief());
        rule.getStyleClass().add("mono");
        rule.setWrapText(true);
        var heading = new Label(Texts.of("segments.rule"));
        // Of a list it is said whom it was made of; its ids say nothing and go on for pages.
        boolean isListed = segment.plan().listed().isPresent();
        List.of(heading, rule).forEach(label -> Choices.show(label, !isListed));
        var inspector = side.open(segment.name());
        opened = Optional.of(inspector);
        inspector
                .getParts()
                .addAll(
                        fact("segments.customers", numbers.count(segment.count())),
                        fact(
                                "segments.shareOfAll",
                                numbers.percent(segment.share().value())),
                        fact("segments.askedOf", numbers.count(segment.population())),
                        fact("segments.state", model.state(made)),
                        fact("segments.defined", numbers.time(made.at(), zone)),
                        fact(
                                "segments.fieldsAsOf",
                                numbers.time(segment.asOf(), segment.zone().java()) + " (" + segment.zone() + ")"),
                        fact("segments.took", numbers.duration(Duration.ofMillis(Math.round(made.seconds() * 1000)))),
                        words(made),
                        origin(segment),
                        heading,
                        rule,
                        button("segments.edit", model::edit),
                        button("segments.export", () -> model.goWith("exports")),
                        button("segments.planTest", () -> model.goWith("experiments")),
                        button("segments.remove", model::remove));
    }

    private Label words(Made<Segment> made) {
        var words = new Label(model.inWords(made));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        return words;
    }

    /** How well the rule tells the group it was made of, now and then, or whom its list was made of; nothing where it was made of none. */
    private static Label origin(Segment segment) {
        var words = new Label(segment.plan()
                .origin()
                .map(origin -> words(origin, segment.fit()))
                .or(() -> segment.plan().listed().map(listed -> words(listed, segment.zone())))
                .orElse(""));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        Choices.show(words, !words.getText().isEmpty());
        return words;
    }

    private static String words(ListOrigin listed, Zone zone) {
        return Texts.of("segments.listOf", Numbers.local().time(listed.asOf(), zone.java()) + " (" + zone + ")");
    }

    private static String words(GroupOrigin origin, Optional<GroupFit> now) {
        var numbers = Numbers.local();
        return now.map(fit -> Texts.of(
                        fit.isWorseThan(origin.then()) ? "segments.originWorse" : "segments.origin",
                        origin.name(),
                        numbers.percent(fit.precision()),
                        numbers.percent(origin.then().precision()),
                        numbers.percent(fit.recall()),
                        numbers.percent(origin.then().recall())))
                .orElseGet(() -> Texts.of("segments.originGone", origin.name()));
    }

    private static javafx.scene.Node fact(String key, String value) {
        return Inspector.fact(Texts.of(key), value);
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.of(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
