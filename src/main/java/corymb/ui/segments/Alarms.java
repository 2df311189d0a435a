package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.project.CompositionAlarm;
import corymb.project.Project;
import corymb.project.SizeAlarm;
import corymb.segment.RuleParts.Part;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of segments that are quite others since they were found last. */
record Alarms(Project project) {
    private static final int MOST_FEATURES = 2;
    private static final int MOST_LINES = 4;

    /** A sentence or two for each such segment, by its name: those of another size first. */
    Map<String, String> told(List<SizeAlarm> sizes, List<CompositionAlarm> compositions) {
        var told = new LinkedHashMap<String, String>();
        sizes.forEach(alarm -> told.put(alarm.name(), inWords(alarm)));
        compositions.forEach(alarm -> told.merge(
                alarm.name(),
                Texts.of("segments.alarm.others", alarm.name(), inWords(alarm)),
                (size, _) -> size + " " + inWords(alarm)));
        return told;
    }

    /** A line each, of many the first. */
    static String lines(Map<String, String> told) {
        var lines = new ArrayList<>(told.values().stream().limit(MOST_LINES).toList());
        if (told.size() > MOST_LINES) {
            lines.add(Texts.of("segments.alarm.more", Numbers.local().count(told.size() - MOST_LINES)));
        }
        return String.join("\n", lines);
    }

    private static String inWords(SizeAlarm alarm) {
        var numbers = Numbers.local();
        return Texts.of(
                "segments.alarm",
                alarm.name(),
                numbers.count(alarm.before()),
                numbers.count(alarm.now()),
                MovesModel.words(alarm.most().cause()));
    }

    private String inWords(CompositionAlarm alarm) {
        var features = alarm.features().stream()
                .limit(MOST_FEATURES)
                .map(moved -> Vocabulary.of(project).inSentence(moved.column()))
                .collect(Collectors.joining(", "));
        var differ =
                features.isEmpty() ? Stream.<String>of() : Stream.of(Texts.of("segments.alarm.features", features));
        return Stream.concat(differ, alarm.part().map(this::inWords).stream()).collect(Collectors.joining(" "));
    }

    private String inWords(Part part) {
        var numbers = Numbers.local();
        return Texts.of(
                "segments.alarm.part",
                numbers.count(part.entered()),
                numbers.count(part.left()),
                part.condition().map(RuleWords.of(project)::of).orElse(""));
    }
}
