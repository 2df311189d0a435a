package corymb.ui.customers;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.Palette;
import corymb.identity.Customers;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the customers spread over the sources.
 *
 * @param sources how many customers each knows, the most first
 * @param inSeveral how many customers more than one source knows
 */
record Overview(List<Known> sources, long inSeveral) {
    /** How many customers a source knows. */
    record Known(String source, long customers) {}

    /** The key of the bar of customers that no source of people knows. */
    static final String NO_SOURCE = "";

    Overview {
        sources = List.copyOf(sources);
    }

    static Overview read(Engine engine, Customers customers, Progress progress) {
        var origins = customers.origins().quoted();
        var counts = engine.table(
                Sql.of("select source, count(distinct customer_id) as customers from " + origins
                        + " group by source order by customers desc, source"),
                progress);
        var sources = IntStream.range(0, counts.rowCount())
                .mapToObj(row -> new Known(counts.text(row, "source"), (long)
                        counts.numbers("customers").get(row)))
                .toList();
        long several = (long) engine.number(
                Sql.of("select count(*) from (select customer_id from " + origins
                        + " group by customer_id having count(distinct source) > 1)"),
                progress);
        return new Overview(sources, several);
    }

    ChartSpec chart(Customers customers) {
        var marks = new ArrayList<ChartSpec.Mark>();
        sources.forEach(known -> marks.add(ChartSpec.Mark.of(known.source(), (double) known.customers())));
        if (customers.withoutProfile() > 0) {
            marks.add(new ChartSpec.Mark(
                    NO_SOURCE, Texts.of("customers.onlyEvents"), customers.withoutProfile(), Palette.GREYED));
        }
        return new ChartSpec.RankedBars(
                new Caption(finding(customers), Texts.of("customers.sourcesDrawn")),
                Axis.of(Texts.of("customers.customers")),
                marks);
    }

    private String finding(Customers customers) {
        if (sources.isEmpty()) {
            return Texts.of("customers.sourcesNone");
        }
        var first = sources.getFirst();
        var numbers = Numbers.local();
        if (customers.customers() == 1 && first.customers() == 1) {
            return Texts.of("customers.sourcesFindingOne", first.source());
        }
        return Texts.of(
                "customers.sourcesFinding",
                first.source(),
                numbers.count(first.customers()),
                numbers.count(customers.customers()));
    }
}
