package corymb.world;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people and systems do to values: the ways in which real data goes wrong. */
final class Slips {
    static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private static final List<DateTimeFormatter> OTHER_FORMATS = List.of(
            DOTTED,
            DOTTED,
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("Katharina", "Kathi"),
            Map.entry("Elisabeth", "Lisa"),
            Map.entry("Stefanie", "Steffi"),
            Map.entry("Franziska", "Franzi"),
            Map.entry("Theresa", "Resi"),
            Map.entry("Johanna", "Hanna"),
            Map.entry("Christine", "Christl"),
            Map.entry("Thomas", "Tom"),
            Map.entry("Michael", "Michi"),
            Map.entry("Andreas", "Andi"),
            Map.entry("Alexander", "Alex"),
            Map.entry("Maximilian", "Max"),
            Map.entry("Johannes", "Hannes"),
            Map.entry("Sebastian", "Basti"),
            Map.entry("Matthias", "Matze"),
            Map.entry("Wolfgang", "Wolfi"),
            Map.entry("Florian", "Flo"),
            Map.entry("Tobias", "Tobi"),
            Map.entry("Nicolas", "Nico"),
            Map.entry("Catherine", "Cathy"),
            Map.entry("William", "Bill"),
            Map.entry("Robert", "Bob"),
            Map.entry("Christopher", "Chris"),
            Map.entry("Elizabeth", "Liz"),
            Map.entry("James", "Jim"),
            Map.entry("Daniel", "Dani"),
            Map.entry("Margaret", "Peggy"),
            Map.entry("Alessandro", "Sandro"));
    private static final List<String> OTHER_HOSTS =
            List.of("@googlemail.example", "@hotmail.example", "@proton.example");

    private Slips() {}

    /** Two letters swapped, one left out, or one twice; the first letter stays. */
    static String typo(String name, Chance chance) {
        if (name.length() < 4) {
            return name;
        }
        int at = chance.between(1, name.length() - 2);
        var before = name.substring(0, at);
        return switch (chance.below(3)) {
            case 0 -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> before + name.substring(at + 1);
            default -> before + name.charAt(at) + name.substring(at);
        };
    }

    static String nickname(String name, Chance chance) {
        return NICKNAMES.getOrDefault(name, name);
    }

    static String transliterated(String name, Chance chance) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("é", "e");
    }

    static String upperCase(String text, Chance chance) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String strayBlanks(String text, Chance chance) {
        return switch (chance.below(3)) {
            case 0 -> " " + text;
            case 1 -> text + "  ";
            default -> text.contains(" ") ? text.replaceFirst(" ", "  ") : text + " ";
        };
    }

    /** UTF-8 read as Windows-1252, as an old interface does. */
    static String misread(String text, Chance chance) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    }

    static String missing(String text, Chance chance) {
        return "";
    }

    static String otherDateFormat(String iso, Chance chance) {
        return chance.oneOf(OTHER_FORMATS).format(LocalDate.parse(iso));
    }

    static String dayAndMonthSwapped(String iso, Chance chance) {
        var date = LocalDate.parse(iso);
        return date.getDayOfMonth() > 12
                ? iso
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                        .toString();
    }

    static String impossibleBirth(String iso, Chance chance) {
        var rest = iso.substring(4);
        return switch (chance.below(3)) {
            case 0 -> "2031" + rest;
            case 1 -> "1871" + rest;
            default -> iso.substring(0, 4) + "-02-30";
        };
    }

    static String inTheFuture(String iso, Chance chance) {
        return "2027" + iso.substring(4, 8) + "15";
    }

    static String impossiblePostcode(String postcode, Chance chance) {
        return chance.oneOf(List.of("xx", "00000", "n/a", "12"));
    }

    static String countryName(String code, Chance chance) {
        boolean local = chance.happens(0.5);
        return switch (Country.valueOf(code)) {
            case DE -> local ? "Deutschland" : "Germany";
            case AT -> local ? "Österreich" : "Austria";
            case CH -> local ? "Schweiz" : "Switzerland";
            case NL -> local ? "Nederland" : "Netherlands";
            case FR -> local ? "Frankreich" : "France";
            case UK -> local ? "GB" : "United Kingdom";
        };
    }

    static String genderWord(String code, Chance chance) {
        return switch (code) {
            case "f" -> chance.happens(0.5) ? "female" : "weiblich";
            case "m" -> chance.happens(0.5) ? "male" : "männlich";
            case "d" -> "divers";
            case String other -> other;
        };
    }

    static String brokenEmail(String email, Chance chance) {
        return chance.happens(0.5) ? email.replace("@", "") : email.replace("@", "@@");
    }

    static String otherEmail(String email, Chance chance) {
        int at = email.indexOf('@');
        var local = email.substring(0, at);
        return switch (chance.below(3)) {
            case 0 -> local.replace(".", "") + email.substring(at);
            case 1 -> local + chance.oneOf(OTHER_HOSTS);
            default -> local.replace('.', '_') + email.substring(at);
        };
    }

    static String otherPhoneFormat(String phone, Chance chance) {
        return chance.happens(0.5)
                ? phone.replace("+", "00").replace(" ", "")
                : "0" + phone.substring(4).replace(' ', '/');
    }
}
