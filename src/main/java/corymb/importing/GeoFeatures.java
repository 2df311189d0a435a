package corymb.importing;

import corymb.importing.FoundCell.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The features of GeoJSON as rows: their properties, and behind them the geometry as text, its type, and where a point is.
 *
 * <p>Reference: RFC 7946, section 3.2; the columns are those of csvkit's in2csv.
 */
final class GeoFeatures {
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final List<String> BEHIND = List.of("geojson", TYPE, "longitude", "latitude");
    private static final Set<String> TAKEN = Set.of(ID, "geojson", TYPE, "longitude", "latitude");

    private GeoFeatures() {}

    static boolean isFeature(JsonNode node) {
        var properties = node.path("properties");
        return node.path(TYPE).isString()
                && node.path(TYPE).stringValue().equals("Feature")
                && node.has("geometry")
                && (properties.isObject() || properties.isNull());
    }

    /** A property that is called like one of our columns goes by a longer name, but for an id where the feature has none. */
    static Map<String, FoundCell> row(JsonNode feature) {
        var row = new LinkedHashMap<String, FoundCell>();
        var properties = feature.path("properties");
        boolean hasOwnId = feature.has(ID);
        row.put(ID, JsonRows.cell(hasOwnId ? feature.path(ID) : properties.path(ID)));
        for (var property : properties.properties()) {
            boolean isOwn = TAKEN.contains(property.getKey());
            if (hasOwnId || !property.getKey().equals(ID)) {
                row.put((isOwn ? "properties." : "") + property.getKey(), JsonRows.cell(property.getValue()));
            }
        }
        place(feature.path("geometry"), row);
        return row;
    }

    private static void place(JsonNode geometry, Map<String, FoundCell> row) {
        boolean isThere = geometry.isObject();
        row.put("geojson", isThere ? new FoundCell(geometry.toString(), Kind.TEXT) : FoundCell.BLANK);
        row.put(TYPE, JsonRows.cell(geometry.path(TYPE)));
        boolean isPoint =
                isThere && row.getOrDefault(TYPE, FoundCell.BLANK).text().equals("Point");
        var place = isPoint ? geometry.path("coordinates") : geometry.path("");
        row.put("longitude", JsonRows.cell(place.path(0)));
        row.put("latitude", JsonRows.cell(place.path(1)));
    }

    /** All names of a list, those of the geometry last. */
    static List<String> ordered(Collection<String> names) {
        var ordered = new ArrayList<>(names);
        if (names.containsAll(BEHIND)) {
            ordered.removeAll(BEHIND);
            ordered.addAll(BEHIND);
        }
        return List.copyOf(ordered);
    }
}
