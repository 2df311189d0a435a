package corymb.feature;

import corymb.stats.SignificantDigits;
import java.util.List;
import java.util.Locale;

/** The words that names and descriptions of features are made of. */
public final class FeatureNames {
    /** What shops call the event of a sale, the likeliest first. */
    private static final List<String> PURCHASES =
            List.of("purchase", "order", "transaction", "buy", "sale", "bought", "payment", "checkout");

    private FeatureNames() {}

    /** How likely a type means a purchase: 0 is the likeliest, larger is less so. */
    static int purchaseRank(String type) {
        int rank = PURCHASES.indexOf(singular(slug(type)));
        return rank < 0 ? PURCHASES.size() : rank;
    }

    static boolean isPurchase(String type) {
        return purchaseRank(type) < PURCHASES.size();
    }

    /** A text as a column name: lower case, one underscore for anything but letters and digits. */
    public static String slug(String text) {
        var slug = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "event" : slug;
    }

    static String plural(String noun) {
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.matches(".*(s|x|z|ch|sh)") ? noun + "es" : noun + "s";
    }

    private static String singular(String noun) {
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }

    static String suffix(int days) {
        return days == FeatureDefinition.EVER ? "_ever" : "_" + days + "d";
    }

    static String ofType(String type) {
        return type.equals(FeatureDefinition.ANY) ? "" : " of type " + type;
    }

    static String period(int days) {
        return days == FeatureDefinition.EVER ? "" : " in the last " + days + " days";
    }

    static String percent(double share) {
        return SignificantDigits.of(share * 100) + " %";
    }

    static void requireName(String name) {
        if (name.isBlank() || name.startsWith(" ")) {
            throw new IllegalArgumentException("A feature needs a name that begins with a letter, not “" + name + "”");
        }
    }

    static void requireDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Days cannot be negative: " + days);
        }
    }
}
