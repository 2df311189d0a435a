package corymb.world;

import corymb.work.Progress;
import corymb.world.Draft.Flaw;
import corymb.world.Life.TillLine;
import corymb.world.Life.Visit;
import corymb.world.Life.WebEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The web log and the till receipts, each in the order of time.
 *
 * <p>A large world is written stretch by stretch of time; each time everybody lives anew, and what falls into the stretch is
 * kept. So memory holds one stretch, and the files do not depend on how many there are.
 */
final class BehaviourFiles {
    static final String WEB = "web_events.csv";
    static final String TILL = "orders.csv";

    static final int PEOPLE_PER_STRETCH = 25_000;

    private static final List<String> WEB_HEADER =
            List.of("event_time", "user", "session", "event_type", "item", "search", "price", "device", "region");
    private static final List<String> TILL_HEADER =
            List.of("order_id", "customer", "order_time", "item", "quantity", "amount", "channel");

    private final Setting setting;
    private final Chance webChance;
    private final Chance tillChance;
    private final int stretches;
    private final int[] firstSession;
    private int order;
    private String lastReceipt = "";

    BehaviourFiles(Setting setting, int peoplePerStretch) {
        this.setting = setting;
        stretches = Math.ceilDiv(setting.people().count(), peoplePerStretch);
        webChance = setting.chance(WEB);
        tillChance = setting.chance(TILL);
        firstSession = new int[setting.people().count() + 1];
    }

    void write(Path folder, Truth truth, Progress progress) throws IOException {
        try (var web = new DirtySheet(WEB, new Sheet(folder.resolve(WEB), WEB_HEADER), truth, webChance, 0.0003);
                var till =
                        new DirtySheet(TILL, new Sheet(folder.resolve(TILL), TILL_HEADER), truth, tillChance, 0.001)) {
            for (int i = 0; i < stretches; i++) {
                var part = progress.between((double) i / stretches, (i + 1.0) / stretches);
                var stretch = live(new Stretch(border(i), border(i + 1)), part);
                stretch.events().forEach(event -> writeEvent(event, web));
                stretch.lines().forEach(line -> writeLine(line, till));
            }
        }
    }

    private Instant border(int index) {
        long first = Season.FIRST_DAY.minusDays(1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
        long last = Season.LAST_DAY.plusDays(2).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
        return Instant.ofEpochSecond(first + (last - first) * index / stretches);
    }

    private Lived live(Stretch stretch, Progress progress) {
        var lived = new Lived(new ArrayList<>(), new ArrayList<>());
        int count = setting.people().count();
        for (int index = 0; index < count; index++) {
            progress.report((double) index / count, "Writing web events and orders");
            var life = setting.behaviour().live(setting.people().person(index));
            firstSession[index + 1] = firstSession[index] + life.visits();
            life.events().stream().filter(event -> stretch.holds(event.time())).forEach(lived.events()::add);
            life.lines().stream()
                    .filter(line -> stretch.holds(line.visit().start()))
                    .forEach(lived.lines()::add);
        }
        lived.events().sort(Comparator.comparing(WebEvent::time));
        lived.lines().sort(Comparator.comparing(line -> line.visit().start()));
        return lived;
    }

    private void writeEvent(WebEvent event, DirtySheet sheet) {
        var visit = event.visit();
        var subject = event.subject();
        var session = Integer.toString(firstSession[visit.person().index()] + visit.ordinal() + 1, 36);
        var draft = new Draft()
                .set("event_time", event.time().toString())
                .set("user", setting.register().onlineId(visit.person().index(), visit.day()))
                .set("session", session)
                .set("event_type", event.type().name().toLowerCase(Locale.ROOT))
                .set("item", subject.sku())
                .set("search", subject.search())
                .set("price", subject.cents() == 0 ? "" : Money.text(subject.cents()))
                .set("device", visit.place())
                .set("region", visit.person().home().country().name());
        draft.spoil("event_time", new Flaw("impossible", 0.0002, BehaviourFiles::brokenTime), webChance);
        draft.spoil("user", new Flaw("missing", 0.0003, Slips::missing), webChance);
        draft.spoil("event_type", new Flaw("unknown_type", 0.0002, (_, _) -> "clck"), webChance);
        sheet.write(session, draft);
    }

    private void writeLine(TillLine line, DirtySheet sheet) {
        var id = orderId(line.visit());
        var draft = new Draft()
                .set("order_id", id)
                .set(
                        "customer",
                        setting.register().customerId(line.visit().person().index()))
                .set("order_time", line.visit().start().toString())
                .set("item", line.item().sku())
                .set("quantity", Integer.toString(line.quantity()))
                .set("amount", Money.text(line.cents()))
                .set("channel", "till " + line.visit().place());
        draft.spoil("customer", new Flaw("missing", 0.001, Slips::missing), tillChance);
        draft.spoil("item", new Flaw("unknown_item", 0.001, (_, _) -> "X999"), tillChance);
        draft.spoil("amount", new Flaw("sign", 0.001, (right, _) -> "-" + right), tillChance);
        draft.spoil("amount", new Flaw("decimal_comma", 0.002, (right, _) -> right.replace('.', ',')), tillChance);
        sheet.write(id, draft);
    }

    /** Receipts are numbered as they come; the lines of one follow each other. */
    private String orderId(Visit visit) {
        var receipt = visit.person().index() + "/" + visit.ordinal();
        if (!receipt.equals(lastReceipt)) {
            lastReceipt = receipt;
            order++;
        }
        return "T%05d".formatted(order);
    }

    private static String brokenTime(String right, Chance chance) {
        return chance.happens(0.5)
                ? right.substring(0, 5) + "13-45" + right.substring(10)
                : right.substring(0, 10) + " 25:61";
    }

    /** A stretch of time, its end not included. */
    private record Stretch(Instant from, Instant to) {
        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    private record Lived(List<WebEvent> events, List<TillLine> lines) {}
}
