package corymb.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import corymb.importing.Recipe;
import corymb.project.Change;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Steps as JSON and back. */
final class ChangeCodec {
    private static final int DEEPEST_NESTING = 200;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .build())
            .annotationIntrospector(new SealedTypes())
            .addModule(new SimpleModule().setDeserializerModifier(new AbsentAsNone()))
            // What a record is made of, and nothing that is computed from it.
            .changeDefaultVisibility(visible -> visible.with(Visibility.NONE).withFieldVisibility(Visibility.ANY))
            // What an older version did not know of yet.
            .changeDefaultNullHandling(_ -> JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.DEFAULT))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Change change) {
        return json.writerFor(Change.class).writeValueAsString(change);
    }

    /** Reads a step; a {@link tools.jackson.core.JacksonException} when the text is not one. */
    Change read(String text) {
        return json.treeToValue(OlderSteps.renewed(json.readTree(text)), Change.class);
    }

    /** Reads a recipe for imports; a {@link tools.jackson.core.JacksonException} when the text is not one. */
    Recipe readRecipe(String text) {
        return json.readValue(text, Recipe.class);
    }

    /** Any result as JSON, for those who look into the file with other tools. */
    String writeResult(Object result) {
        return json.writeValueAsString(result);
    }
}
