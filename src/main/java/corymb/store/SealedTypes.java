package corymb.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Lets JSON say which case of a sealed type it holds, in a property of its own, without a word of it in the types themselves. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient JsonTypeInfo.Value byName;
    private final transient UnaryOperator<String> spelling;

    /** In a property {@code is}, by the names of the types. */
    SealedTypes() {
        this("is", name -> name);
    }

    /**
     * @param property the property that names the case
     * @param spelling what it calls a type
     */
    SealedTypes(String property, UnaryOperator<String> spelling) {
        this.byName = JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, property, null, false, true, false);
        this.spelling = spelling;
    }

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated.getRawType().isSealed() && annotated.getAnnotated() instanceof Class<?>
                ? byName
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!annotated.getRawType().isSealed()) {
            return super.findSubtypes(config, annotated);
        }
        var cases = new ArrayList<NamedType>();
        cases(annotated.getRawType())
                .forEach(type -> cases.add(new NamedType(type, spelling.apply(type.getSimpleName()))));
        return cases;
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::cases) : Stream.of(type);
    }
}
