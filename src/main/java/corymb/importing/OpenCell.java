package corymb.importing;

import corymb.importing.FoundCell.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A cell of an OpenDocument sheet, by the value that stands beside what is shown: dates, numbers and truth as such, formulas by
 * their results.
 *
 * @param type what the file says the value is
 * @param value it
 * @param isFailed whether the formula has no result
 * @param isFormula whether it is the result of a formula
 */
record OpenCell(String type, String value, boolean isFailed, boolean isFormula) {
    /** A cell of other programs holds at most 32,767 letters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern PADDED = Pattern.compile("0\\d+");

    /** What programs before LibreOffice 4 show of a failed formula. */
    private static final Pattern FAILED = Pattern.compile("#[A-Z/0-9]+[!?]?|Err:\\d{3}");

    /** The cell that begins here, which is left. */
    static FoundCell read(OpenXml xml) {
        var type = xml.office("value-type");
        var value = switch (type) {
            case "float", "percentage", "currency" -> xml.office("value");
            case "date", "time", "boolean", "string" -> xml.office(type + "-value");
            default -> "";
        };
        var cell =
                new OpenCell(type, value, xml.isFailed(), !xml.table("formula").isEmpty());
        return cell.found(shown(xml));
    }

    private FoundCell found(String shown) {
        if (isFailed || (isFormula && FAILED.matcher(shown).matches())) {
            return new FoundCell(shown.isBlank() ? "#ERROR!" : shown, Kind.ERROR);
        }
        return switch (type) {
            case "float", "percentage", "currency" -> number(shown);
            case "date" -> date();
            case "time" -> time();
            case "boolean" -> new FoundCell(Boolean.toString(value.equals("true")), Kind.BOOLEAN);
            default -> SheetCell.text(shown.isEmpty() ? value : shown);
        };
    }

    /** What is shown with zeros in front is no number but a name written in figures. */
    private FoundCell number(String shown) {
        if (value.isBlank()) {
            return SheetCell.text(shown);
        }
        double number = Double.parseDouble(value);
        return PADDED.matcher(shown).matches() && shown.length() < 16 && Long.parseLong(shown) == number
                ? new FoundCell(shown, Kind.TEXT)
                : SheetCell.number(number);
    }

    private FoundCell date() {
        try {
            return SheetCell.moment(
                    value.contains("T")
                            ? LocalDateTime.parse(value)
                            : LocalDate.parse(value).atStartOfDay());
        } catch (DateTimeException _) {
            return SheetCell.text(value);
        }
    }

    /** A time of day, or hours beyond one. */
    private FoundCell time() {
        try {
            var span = Duration.parse(value);
            boolean isOfDay = !span.isNegative() && span.compareTo(DAY) < 0;
            return new FoundCell(
                    isOfDay
                            ? LocalTime.MIDNIGHT.plus(span).toString()
                            : "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart()),
                    Kind.TEXT);
        } catch (DateTimeException _) {
            return SheetCell.text(value);
        }
    }

    /** The paragraphs of the cell, one below another; notes and drawings on it are no part of its text. */
    private static String shown(OpenXml xml) {
        var text = new StringBuilder();
        int depth = xml.depth();
        while (xml.depth() >= depth) {
            xml.next();
            if (xml.textElement().equals("p")) {
                text.append(text.isEmpty() ? "" : "\n");
                addParagraph(xml, text);
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        return text.toString();
    }

    private static void addParagraph(OpenXml xml, StringBuilder text) {
        int depth = xml.depth();
        int from = text.length();
        while (xml.depth() >= depth) {
            xml.next();
            switch (xml.textElement()) {
                case "s" -> add(" ", xml.blanks(), text);
                case "tab" -> add("\t", 1, text);
                case "line-break" -> add("\n", 1, text);
                case "note", "ruby-text" -> xml.skip();
                case "" -> addOther(xml, from, text);
                default -> {
                    // Words with a style or a link of their own are words all the same.
                }
            }
        }
    }

    private static void addOther(OpenXml xml, int from, StringBuilder text) {
        if (xml.isStart()) {
            xml.skip();
        } else {
            addWords(xml.characters(), from, text);
        }
    }

    /** Blanks and line breaks of the file are one blank, as in any such text. */
    private static void addWords(String words, int from, StringBuilder text) {
        var plain = words.replaceAll("[ \t\r\n]+", " ");
        boolean isDoubled = plain.startsWith(" ") && (text.length() == from || text.charAt(text.length() - 1) == ' ');
        add(isDoubled ? plain.substring(1) : plain, 1, text);
    }

    private static void add(String piece, long times, StringBuilder text) {
        if (text.length() + piece.length() * times > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text is longer than a cell can hold");
        }
        text.append(piece.repeat((int) times));
    }
}
