package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.chart.Vocabulary;
import corymb.path.Breakdown;
import corymb.project.Project;
import corymb.table.ColumnType;
import corymb.ui.kit.Cells;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** By what the people of a funnel can be told apart, and how that is said. */
record Apart(Project project) {
    /** All there is: nothing, what texts say of customers, segments, and what texts say of events. */
    List<Breakdown> all() {
        var fields = FieldChoice.of(project).stream()
                .filter(Apart::isOfFew)
                .<Breakdown>map(choice -> new Breakdown.ByField(choice.field().name()));
        var segments = project.segments().stream()
                .<Breakdown>map(made -> new Breakdown.BySegment(made.value().name()));
        var columns = FieldChoice.ofEvents(project).stream()
                .filter(Apart::isOfFew)
                .<Breakdown>map(
                        choice -> new Breakdown.ByFirstEvent(choice.field().name()));
        return Stream.of(Stream.<Breakdown>of(new Breakdown.None()), fields, segments, columns)
                .flatMap(each -> each)
                .toList();
    }

    private static boolean isOfFew(FieldChoice choice) {
        var type = choice.field().type();
        boolean isOfKinds = type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
        return (isOfKinds && !Cells.isId(choice.field()))
                || choice.field().name().equals(RuleWords.CLUSTER);
    }

    String words(Breakdown breakdown) {
        var words = Vocabulary.of(project);
        return switch (breakdown) {
            case Breakdown.None _ -> Texts.of("funnel.byNothing");
            case Breakdown.ByField(var field) -> words.title(field);
            case Breakdown.BySegment(var segment) -> Texts.of("funnel.bySegment", segment);
            case Breakdown.ByFirstEvent(var column) ->
                Texts.of("funnel.byEvent", words.title(column).toLowerCase(Locale.ROOT));
        };
    }
}
