package corymb.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Steps as earlier versions wrote them, made like those of today. */
final class OlderSteps {
    private OlderSteps() {}

    /** A source was one file, and what is known of the file stood in the source. */
    static JsonNode renewed(JsonNode step) {
        if (step.path("is").asString("").equals("SourceImported")
                && step.path("source") instanceof ObjectNode made
                && made.path("value") instanceof ObjectNode file
                && file.has("plan")) {
            made.set("value", source(file, made.path("at")));
        }
        if (step.path("is").asString("").equals("Clustered")
                && step.path("clustering").path("value").path("plan") instanceof ObjectNode plan
                && plan.has("minClusters")) {
            plan.set("method", kMeans(plan));
        }
        return step;
    }

    /** There was one method. */
    private static ObjectNode kMeans(ObjectNode plan) {
        var method = plan.objectNode();
        method.put("is", "KMeans");
        method.putObject("range").set("fewest", plan.remove("minClusters"));
        method.withObject("/range").set("most", plan.remove("maxClusters"));
        method.set("starts", plan.remove("starts"));
        method.set("maxRounds", plan.remove("maxRounds"));
        return method;
    }

    private static ObjectNode source(ObjectNode file, JsonNode at) {
        var source = file.objectNode();
        source.set("name", file.path("plan").path("source"));
        source.set("role", file.path("plan").path("role"));
        source.set("columns", file.path("columns"));
        source.set("data", file.path("data"));
        source.putArray("pieces").add(file.path("data"));
        var batch = file.deepCopy();
        batch.putObject("mode").put("is", "Replace");
        batch.set("at", at);
        batch.put("updated", 0);
        source.putArray("batches").add(batch);
        return source;
    }
}
