package corymb.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * States, provinces, cantons and other parts of countries by their names in some languages and by their codes.
 *
 * <p>Reference: ISO 3166-2; the names are those of Debian's iso-codes with their translations, in {@code regions.tsv}.
 */
final class RegionNames {
    /** Words that say what kind of part it is, before its name. */
    private static final Pattern KIND = Pattern.compile(
            "(?iu)^(kanton|cantone?|freistaat|bundesland|land|state|province|provincia|provincie|provinz|region|région|regione|región)"
                    + "( of| de la| de| du| des| di| del| della)?[ ’']+(?=\\p{L}{2})");

    private static final RegionNames ALL = read();

    /** The codes of each country by word; more than one where it does not tell. */
    private final Map<String, Map<String, Set<String>>> byCountry = new HashMap<>();

    private final Map<String, Set<String>> everywhere = new HashMap<>();

    private RegionNames() {}

    /**
     * The code of a part, such as CH-ZH.
     *
     * @param name its name or code, whatever its case, accents and punctuation; of a country that is known the part behind
     *     the hyphen is enough
     * @param country the ISO 3166-1 alpha-2 code of the country; empty where it is not known, and only a name that one country
     *     has, or a whole code, tells
     */
    static Optional<String> code(String name, String country) {
        var known = country.isEmpty() ? ALL.everywhere : ALL.byCountry.getOrDefault(country, Map.of());
        return only(known, name).or(() -> only(known, KIND.matcher(name.strip()).replaceFirst("")));
    }

    private static Optional<String> only(Map<String, Set<String>> known, String name) {
        return Optional.ofNullable(known.get(CountryNames.word(name)))
                .filter(codes -> codes.size() == 1)
                .map(codes -> codes.iterator().next());
    }

    private static RegionNames read() {
        var names = new RegionNames();
        try (var stream = Objects.requireNonNull(RegionNames.class.getResourceAsStream("regions.tsv"))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Part.of(line.split("\t")))
                    .collect(Collectors.groupingBy(Part::country))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The names of regions cannot be read", e);
        }
        return names;
    }

    /**
     * A line of the file.
     *
     * @param code its code
     * @param isOfPart whether it is part of a part, whose name comes first where both have the same
     * @param names its names
     */
    private record Part(String code, boolean isOfPart, List<String> names) {
        static Part of(String... cells) {
            return new Part(cells[0], !cells[1].isEmpty(), Arrays.asList(cells).subList(2, cells.length));
        }

        String country() {
            return code.substring(0, 2);
        }
    }

    private void add(String country, List<Part> parts) {
        var names = named(parts, false);
        named(parts, true).forEach(names::putIfAbsent);
        names.forEach((word, codes) ->
                everywhere.computeIfAbsent(word, _ -> new HashSet<>()).addAll(codes));
        for (var part : parts) {
            var whole = CountryNames.word(part.code());
            names.put(CountryNames.word(part.code().substring(3)), Set.of(part.code()));
            names.put(whole, Set.of(part.code()));
            everywhere.computeIfAbsent(whole, _ -> new HashSet<>()).add(part.code());
        }
        byCountry.put(country, names);
    }

    private static Map<String, Set<String>> named(List<Part> parts, boolean isOfPart) {
        var names = new HashMap<String, Set<String>>();
        parts.stream()
                .filter(part -> part.isOfPart() == isOfPart)
                .forEach(part -> part.names()
                        .forEach(name -> names.computeIfAbsent(CountryNames.word(name), _ -> new HashSet<>())
                                .add(part.code())));
        return names;
    }
}
