package corymb.ui.exports;

import corymb.project.Project;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.stream.Stream;

/** One segment to take away, or all of them where the name is empty. */
record SegmentChoice(String name) {
    static final SegmentChoice ALL = new SegmentChoice("");

    static List<SegmentChoice> of(Project project) {
        var each = project.segments().stream()
                .map(made -> new SegmentChoice(made.value().name()));
        return Stream.concat(each, Stream.of(ALL)).toList();
    }

    @Override
    public String toString() {
        return name.isEmpty() ? Texts.of("exports.allSegments") : name;
    }
}
