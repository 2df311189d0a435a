package corymb.preparation;

import corymb.table.Column;
import corymb.table.NumberColumn;
import corymb.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Does to rows what a step learnt. */
final class Applying {
    private final Cells cells;

    private Applying(Cells cells) {
        this.cells = cells;
    }

    static void to(Cells cells, Learnt learnt) {
        new Applying(cells).apply(learnt);
    }

    private void apply(Learnt learnt) {
        switch (learnt) {
            case Learnt.Fills(var numbers, var texts) -> {
                numbers.forEach(this::fill);
                texts.forEach(cells::fillText);
            }
            case Learnt.Bends(var columns) -> columns.forEach(cells::change);
            case Learnt.Scales(var columns) ->
                columns.forEach((name, spread) -> cells.change(name, spread::standardised));
            case Learnt.Ranges(var columns) ->
                columns.forEach(
                        (name, range) -> cells.change(name, value -> Math.clamp(value, range.low(), range.high())));
            case Learnt.Kept(var levels) -> levels.forEach(this::group);
            case Learnt.Indicators(var levels, var withOthers) ->
                cells.replace(levels.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                text -> indicators(
                                        text.getKey(), text.getValue(), withOthers.contains(text.getKey())))));
            case Learnt.Codes codes -> {
                codes.columns().keySet().forEach(name -> encode(name, codes));
                cells.remove(codes.gone());
            }
            case Learnt.Dropped(var columns) -> columns.forEach(cells::remove);
            case Learnt.Axes axes -> project(axes);
        }
    }

    private void fill(String name, double fill) {
        var numbers = cells.number(name);
        cells.putNumber(name, row -> numbers.isMissing(row) ? fill : numbers.get(row));
    }

    private void group(String name, List<String> kept) {
        var known = Set.copyOf(kept);
        cells.changeText(name, text -> known.contains(text) ? text : Learnt.OTHERS);
    }

    /** A missing text is 0 in all of its columns. */
    private List<Column> indicators(String name, List<String> levels, boolean hasOthers) {
        var texts = cells.text(name);
        var known = Set.copyOf(levels);
        var columns = new ArrayList<Column>();
        levels.forEach(level ->
                columns.add(cells.made(Learnt.indicator(name, level), row -> is(texts, row, level) ? 1 : 0)));
        if (hasOthers) {
            columns.add(cells.made(
                    Learnt.indicator(name, Learnt.OTHERS),
                    row -> texts.isMissing(row) || known.contains(texts.text(row)) ? 0 : 1));
        }
        return columns;
    }

    private static boolean is(TextColumn texts, int row, String level) {
        return !texts.isMissing(row) && texts.text(row).equals(level);
    }

    private void encode(String name, Learnt.Codes codes) {
        var texts = cells.text(name);
        cells.putNumber(name, row -> codes.of(texts, row));
    }

    private void project(Learnt.Axes axes) {
        var columns = axes.columns().stream().map(cells::number).toList();
        axes.columns().forEach(cells::remove);
        for (int axis = 0; axis < axes.axes().size(); axis++) {
            var parts = axes.axes().get(axis);
            cells.putNumber("component " + (axis + 1), row -> place(row, columns, axes.means(), parts));
        }
    }

    private static double place(int row, List<NumberColumn> columns, List<Double> means, List<Double> parts) {
        double sum = 0;
        for (int column = 0; column < parts.size(); column++) {
            sum += (columns.get(column).get(row) - means.get(column)) * parts.get(column);
        }
        return sum;
    }
}
