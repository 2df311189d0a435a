package corymb.remote;

import corymb.importing.Origin;
import corymb.work.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Addresses of pages, of which none leads from an encrypted connection to an open one. */
final class ServiceAddress {
    private ServiceAddress() {}

    /** The address of the first page. */
    static URI first(Origin.Service place) {
        var first = parsed(place.url());
        if (first.getScheme().equals("http") && !place.allowsPlain()) {
            throw new Problem(
                            "The connection would not be encrypted: anyone on the way could read it.",
                            place.words(),
                            "Use https, or allow http if the service is on this machine or in a network you trust.")
                    .asFailure();
        }
        return place.paging() instanceof Origin.Paging.Counter counter
                ? counted(first, counter.parameter(), counter.first())
                : first;
    }

    private static URI parsed(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            if (isWeb && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        throw new Problem(
                        "This is no address of a web service.",
                        "",
                        "It should begin with https:// and hold no user or password.")
                .asFailure();
    }

    /** Where a page leads on to. */
    static URI following(URI from, String written) {
        URI next;
        try {
            next = parsed(resolved(from, written.strip()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new corymb.work.Failure(
                    new Problem("The address of the next page is none.", written, "Ask the makers of the service."), e);
        }
        if (from.getScheme().equals("https") && !next.getScheme().equals("https")) {
            throw new Problem(
                            "The web service leads from an encrypted connection to an open one.",
                            next.getHost(),
                            "Ask the makers of the service.")
                    .asFailure();
        }
        return next;
    }

    /** Java follows an older standard than services do, in which a query alone loses the page it belongs to. */
    private static String resolved(URI from, String written) throws URISyntaxException {
        return written.startsWith("?")
                ? from.toString().replaceFirst("[?#].*$", "") + written
                : from.resolve(new URI(written)).toString();
    }

    /** Whether what is meant for one may be handed to the other. */
    static boolean areOfOneService(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && Objects.requireNonNull(one.getHost()).equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        boolean isUsual = uri.getPort() < 0;
        return isUsual ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
    }

    /** The address with a parameter of that value in place of any that it has. */
    static URI counted(URI uri, String parameter, long value) {
        var name = URLEncoder.encode(parameter, StandardCharsets.UTF_8);
        var query = new StringBuilder();
        var written = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (var pair : written.split("&", -1)) {
            if (!pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "=")) {
                query.append(pair).append('&');
            }
        }
        var whole = uri.toString().replaceFirst("[?#].*$", "");
        return URI.create(whole + "?" + query + name + "=" + value);
    }
}
