package corymb.cli;

import corymb.importing.Detected;
import corymb.importing.Drift;
import corymb.importing.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How files differ from the one their recipe was made for, as JSON and in words. */
final class DriftValues {
    private DriftValues() {}

    static void tell(Recipe recipe, List<Detected> looks, Reply reply) {
        var drifts = looks.stream()
                .flatMap(look -> recipe.drift(look).stream())
                .distinct()
                .toList();
        reply.key("drift", drifts.stream().map(DriftValues::of).toList());
        drifts.forEach(drift -> reply.line("%s", drift.words()));
    }

    private static Map<String, Object> of(Drift drift) {
        return JsonValues.object(
                "change",
                drift.kind().name().toLowerCase(Locale.ROOT),
                "column",
                drift.column(),
                "before",
                drift.before(),
                "now",
                drift.now(),
                "message",
                drift.words());
    }
}
