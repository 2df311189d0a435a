package corymb.importing;

import corymb.work.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files that one source can be read from: the file itself, the entries of an archive or the files in a folder. */
final class Contents implements Closeable {
    private static final int MOST_ENTRIES = 10_000;
    private static final int NAMED_ENTRIES = 20;

    private final Path file;
    private final List<Content> all;
    private final Optional<ZipFile> archive;
    private final boolean isSingle;

    private Contents(Path file, List<Content> all, Optional<ZipFile> archive, boolean isSingle) {
        this.file = file;
        this.all = all;
        this.archive = archive;
        this.isSingle = isSingle;
    }

    static Contents of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return folder(file);
        }
        try (var input = Files.newInputStream(file)) {
            var kind = ContentKind.of(input);
            boolean isArchive = kind == ContentKind.EMPTY_ZIP
                    || (kind == ContentKind.ZIP && Documents.kind(file) == Documents.NONE);
            return isArchive ? archive(file) : single(file);
        }
    }

    private static Contents single(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        return new Contents(file, List.of(Content.of(file, name)), Optional.empty(), true);
    }

    private static Contents folder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var contents = new java.util.ArrayList<Content>();
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> isWanted(String.valueOf(file.getFileName())))
                    .limit(MOST_ENTRIES + 1L)
                    .sorted()
                    .toList()) {
                contents.add(Content.of(file, String.valueOf(file.getFileName())));
            }
            return new Contents(folder, some(folder, contents), Optional.empty(), false);
        }
    }

    private static Contents archive(Path file) throws IOException {
        var zip = open(file);
        try {
            var inflation = new Inflation(file.toString(), () -> file.toFile().length());
            var contents = zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getSize() != 0 && isWanted(entry.getName()))
                    .limit(MOST_ENTRIES + 1L)
                    .map(entry -> content(zip, entry, inflation))
                    .sorted(Comparator.comparing(Content::name))
                    .toList();
            return new Contents(file, some(file, contents), Optional.of(zip), false);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Content content(ZipFile zip, ZipEntry entry, Inflation inflation) {
        return new Content(entry.getName(), Math.max(0, entry.getSize()), Optional.empty(), () -> {
            try {
                return inflation.watch(zip.getInputStream(entry));
            } catch (ZipException e) {
                throw FileProblems.damagedArchive(entry.getName(), e);
            }
        });
    }

    /** The names in an archive are in UTF-8 or, from old programs, in the letters of DOS. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return opened(file, StandardCharsets.UTF_8);
        } catch (ZipException _) {
            try {
                return opened(file, Charset.forName("IBM437"));
            } catch (ZipException e) {
                throw FileProblems.damagedArchive(file.toString(), e);
            }
        }
    }

    private static ZipFile opened(Path file, Charset names) throws IOException {
        return new ZipFile(file.toFile(), ZipFile.OPEN_READ, names);
    }

    /** Not what operating systems leave in folders and archives. */
    private static boolean isWanted(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return !last.startsWith(".") && !name.startsWith("__MACOSX/") && !last.equalsIgnoreCase("thumbs.db");
    }

    private static List<Content> some(Path file, List<Content> contents) {
        if (contents.isEmpty()) {
            throw new Problem("There are no files in it.", file.toString(), "Choose another file or folder.")
                    .asFailure();
        }
        if (contents.size() > MOST_ENTRIES) {
            throw new Problem(
                            "There are more than " + MOST_ENTRIES + " files in it.",
                            file.toString(),
                            "Import them in several parts.")
                    .asFailure();
        }
        return contents;
    }

    /** The names there are to choose from; none of a file that stands alone. */
    List<String> names() {
        return isSingle ? List.of() : all.stream().map(Content::name).toList();
    }

    /** Whether the bytes of the contents are not those of the file. */
    boolean isArchive() {
        return archive.isPresent();
    }

    /** The contents of that name or, when there is none, whose names match the pattern; all for nothing. */
    List<Content> chosen(String pattern) {
        if (pattern.isEmpty()) {
            return all;
        }
        var exact =
                all.stream().filter(content -> content.name().equals(pattern)).toList();
        var chosen = exact.isEmpty() ? matching(pattern) : exact;
        if (chosen.isEmpty() && isSingle) {
            throw new Problem(
                            "The file stands alone: there is no " + pattern + " in it.",
                            file.toString(),
                            "Choose an archive or a folder, or import the file without naming an entry.")
                    .asFailure();
        }
        if (chosen.isEmpty()) {
            throw new Problem(
                            "There is no " + pattern + " in it.", file.toString(), "It holds " + listed(names()) + ".")
                    .asFailure();
        }
        return chosen;
    }

    private List<Content> matching(String pattern) {
        var words = pattern.chars()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(letter));
                })
                .collect(Collectors.joining());
        var regex = Pattern.compile(words.replaceAll("(\\.\\*)+", ".*"), Pattern.DOTALL);
        return all.stream()
                .filter(content -> regex.matcher(content.name()).matches())
                .toList();
    }

    /** Some of the names, for a sentence. */
    static String listed(List<String> names) {
        return names.stream().limit(NAMED_ENTRIES).collect(Collectors.joining(", "))
                + (names.size() > NAMED_ENTRIES ? " and " + (names.size() - NAMED_ENTRIES) + " more" : "");
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.orElseThrow().close();
        }
    }
}
