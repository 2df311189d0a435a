package corymb.world;

import corymb.work.Progress;
import corymb.world.Draft.Flaw;
import corymb.world.Truth.Place;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The export of the newsletter service: a JSON array, one subscriber a line. */
final class NewsletterFile {
    static final String NAME = "newsletter.json";

    private static final double NOT_LINKED = 0.15;

    private final Setting setting;
    private final Chance chance;
    private long line = 1;

    NewsletterFile(Setting setting) {
        this.setting = setting;
        chance = setting.chance(NAME);
    }

    void write(Path folder, Truth truth, Progress progress) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            out.write("[");
            for (int index = 0; index < setting.people().count(); index++) {
                progress.report((double) index / setting.people().count(), "Writing newsletter subscribers");
                var person = setting.people().person(index);
                if (person.membership().subscriber()) {
                    writeSubscriber(person, truth, out);
                }
            }
            out.write("\n]\n");
        }
    }

    private void writeSubscriber(Person person, Truth truth, Writer out) throws IOException {
        var draft = subscriber(person);
        draft.spoil("email", new Flaw("upper_case", 0.04, Slips::upperCase), chance);
        draft.spoil("email", new Flaw("impossible", 0.005, Slips::brokenEmail), chance);
        draft.spoil("open_rate", new Flaw("scale", 0.004, NewsletterFile::percent), chance);
        out.write(line == 1 ? "\n" : ",\n");
        line++;
        out.write(json(draft, person));
        var place = new Place(NAME, line, draft.get("email"));
        truth.belongs(person, place);
        draft.faults().forEach(fault -> truth.planted(place, fault));
    }

    private Draft subscriber(Person person) {
        boolean linked = person.isCustomer() && !chance.happens(NOT_LINKED);
        double interest = person.persona() == Persona.BARGAIN_HUNTERS ? 3.2 : 2;
        double hits = chance.gamma(interest, interest);
        double opened = hits / (hits + chance.gamma(3, 3));
        var subscribed = person.membership()
                .signup()
                .atTime(LocalTime.of(chance.between(5, 21), chance.below(60)))
                .toInstant(ZoneOffset.UTC);
        return new Draft()
                .set("email", person.traits().email())
                .set("customer_id", linked ? setting.register().customerId(person.index()) : "")
                .set("first_name", person.traits().firstName())
                .set("subscribed_at", subscribed.toString())
                .set("open_rate", share(opened))
                .set("click_rate", share(opened * 0.4 * chance.uniform()));
    }

    private static String share(double value) {
        long hundredths = Math.round(value * 100);
        return "0." + (hundredths < 10 ? "0" : "") + Math.min(99, hundredths);
    }

    private static String percent(String share, Chance chance) {
        return Long.toString(Math.round(Double.parseDouble(share) * 100));
    }

    private String json(Draft draft, Person person) {
        var fields = new ArrayList<String>();
        for (var name : List.of("email", "customer_id", "first_name", "subscribed_at")) {
            if (!draft.get(name).isEmpty()) {
                fields.add(quoted(name) + ":" + quoted(draft.get(name)));
            }
        }
        fields.add("\"topics\":"
                + topics(person).stream().map(NewsletterFile::quoted).collect(Collectors.joining(",", "[", "]")));
        fields.add("\"open_rate\":" + draft.get("open_rate"));
        fields.add("\"click_rate\":" + draft.get("click_rate"));
        return "{" + String.join(",", fields) + "}";
    }

    /** Mostly what the person likes, sometimes something else. */
    private List<String> topics(Person person) {
        var topics = new ArrayList<String>();
        var weights = person.persona().taste().themes().iterator();
        for (var theme : Theme.values()) {
            if (chance.happens(Math.min(0.9, weights.next() / 5 + 0.05))) {
                topics.add(theme.name().toLowerCase(Locale.ROOT));
            }
        }
        if (chance.happens(person.persona() == Persona.BARGAIN_HUNTERS ? 0.8 : 0.2)) {
            topics.add("deals");
        }
        return topics;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
