package corymb.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Lets JSON say which case of a sealed type it holds, in a property {@code is}, without a word of it in the types themselves. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1;

    private static final JsonTypeInfo.Value BY_NAME = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true, false);

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated.getRawType().isSealed() && annotated.getAnnotated() instanceof Class<?>
                ? BY_NAME
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!annotated.getRawType().isSealed()) {
            return super.findSubtypes(config, annotated);
        }
        var cases = new ArrayList<NamedType>();
        cases(annotated.getRawType()).forEach(type -> cases.add(new NamedType(type, type.getSimpleName())));
        return cases;
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::cases) : Stream.of(type);
    }
}
