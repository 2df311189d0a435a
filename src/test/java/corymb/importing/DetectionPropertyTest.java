package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table written in any dialect and encoding is read back, cell by cell, by one who was told neither. */
class DetectionPropertyTest {
    private static final int ROUNDS = 400;
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "windows-1251");
    private static final List<String> NAMES = List.of("customer", "city", "note", "amount", "joined", "share");

    @TempDir
    Path folder;

    /** How a table is written. */
    private record Way(
            String delimiter, String quote, String escape, String newline, String encoding, String comment, int notes) {
        static Way any(RandomGenerator random) {
            var quote = random.nextInt(4) == 0 ? "'" : "\"";
            return new Way(
                    one(List.of(",", ";", "\t", "|", "^", "~"), random),
                    quote,
                    random.nextInt(4) == 0 ? "\\" : quote,
                    one(List.of("\n", "\r\n"), random),
                    one(ENCODINGS, random),
                    random.nextInt(3) == 0 ? "#" : "",
                    random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0);
        }

        String text(List<List<String>> rows) {
            var lines = new ArrayList<String>();
            IntStream.range(0, notes).forEach(i -> lines.add("Exported by a shop, part " + i));
            for (int i = 0; i < rows.size(); i++) {
                if (!comment.isEmpty() && i % 7 == 3) {
                    lines.add(comment + " checked by hand");
                }
                lines.add(rows.get(i).stream().map(this::cell).collect(Collectors.joining(delimiter)));
            }
            return String.join(newline, lines) + newline;
        }

        private String cell(String value) {
            boolean isBare = !value.contains(delimiter) && !value.contains(quote) && !value.contains("\n");
            return isBare ? value : quote + value.replace(quote, escape + quote) + quote;
        }
    }

    private static <T> T one(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<List<String>> table(Way way, RandomGenerator random) {
        int width = random.nextInt(3, NAMES.size() + 1);
        var rows = new ArrayList<List<String>>();
        rows.add(NAMES.subList(0, width));
        int size = random.nextInt(12, 40);
        for (int i = 0; i < size; i++) {
            rows.add(row(i, way, random).subList(0, width));
        }
        return rows;
    }

    private static List<String> row(int number, Way way, RandomGenerator random) {
        return List.of(
                "K" + (1_000 + number),
                one(cities(way.encoding()), random),
                one(
                        List.of(
                                "said " + way.quote() + "yes" + way.quote(),
                                "first" + way.delimiter() + " then",
                                "",
                                "plain words"),
                        random),
                random.nextInt(1, 900) + "." + random.nextInt(10, 99),
                "2024-%02d-%02d".formatted(random.nextInt(1, 13), random.nextInt(1, 29)),
                String.valueOf(random.nextInt(100)));
    }

    private static List<String> cities(String encoding) {
        return switch (encoding) {
            case "windows-1251" -> List.of("Москва", "Тверь", "Казань", "Нижний Новгород");
            case "GB18030" -> List.of("北京", "上海", "广州", "深圳", "杭州");
            default -> List.of("Köln", "Orléans", "Málaga", "Gent", "Århus");
        };
    }

    @Test
    void aTableWrittenInAnyWayIsReadBack() throws IOException {
        var wrong = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Seed(round).generator();
            var way = Way.any(random);
            var rows = table(way, random);
            var file =
                    Files.write(folder.resolve("table.csv"), way.text(rows).getBytes(Charset.forName(way.encoding())));
            var read = read(file);
            if (!read.equals(rows)) {
                wrong.add("round " + round + ", " + way + ": " + read.subList(0, Math.min(3, read.size())));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<List<String>> read(Path file) {
        try {
            return rows(FileDetection.detect(file, Progress.NONE));
        } catch (Failure failure) {
            return List.of(List.of(failure.problem().what()));
        }
    }

    private static List<List<String>> rows(Detected detected) {
        var rows = new ArrayList<List<String>>();
        rows.add(detected.columns().stream().map(DetectedColumn::name).toList());
        for (int row = 0; row < detected.preview().rowCount(); row++) {
            int at = row;
            rows.add(detected.preview().columns().stream()
                    .map(column -> column.text(at))
                    .toList());
        }
        return rows;
    }
}
