package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.Locale;

/** Marks rows of visitors that are likely no people. */
final class BotMarks {
    private BotMarks() {}

    static Compiled compile(Repair.Bots repair, Workbench bench) {
        var found = new ArrayList<Sql>();
        if (repair.perMinute() > 0) {
            var person = bench.find(repair.person());
            var time = bench.find(repair.time(), type -> type == ColumnType.TIMESTAMP);
            if (person.isEmpty()) {
                return Compiled.unfit("visitors", repair.person());
            }
            if (time.isEmpty()) {
                return Compiled.unfit("times", repair.time());
            }
            found.add(tooFast("f" + person.get(), "f" + time.get(), repair.perMinute(), bench));
        }
        if (!repair.agent().isEmpty()) {
            var agent = bench.find(repair.agent(), type -> type == ColumnType.TEXT);
            if (agent.isEmpty()) {
                return Compiled.unfit("texts", repair.agent());
            }
            found.add(known("f" + agent.get(), repair, bench));
        }
        return Compiled.of(new Edit(
                bench.mark("is_bot"),
                Sql.of("select distinct place, true as after from (")
                        .then(Sql.join(" union all ", found))
                        .then(")")));
    }

    /** All rows of whoever has more than that many within any 60 seconds. */
    private static Sql tooFast(String person, String time, int perMinute, Workbench bench) {
        return Sql.of(
                "select place from " + bench.table() + " where " + person + " in (select " + person + " from (select "
                        + person + ", count(*) over (partition by " + person + " order by " + time
                        + " range between interval 59999 milliseconds preceding and current row) as n from "
                        + bench.table() + " where " + person + " is not null and " + time
                        + " is not null) where n > cast(? as bigint))",
                perMinute);
    }

    private static Sql known(String agent, Repair.Bots repair, Workbench bench) {
        var names = repair.agents().stream()
                .map(name ->
                        Sql.of("contains(lower(" + agent + "), cast(? as varchar))", name.toLowerCase(Locale.ROOT)))
                .toList();
        return Sql.of("select place from " + bench.table() + " where ").then(Sql.join(" or ", names));
    }
}
