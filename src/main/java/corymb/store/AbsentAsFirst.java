package corymb.store;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a choice that is left out as the first one there is. */
final class AbsentAsFirst extends ValueDeserializerModifier {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        var choices = List.of(type.getRawClass().getEnumConstants());
        return new FirstDeserializer(deserializer, choices.getFirst());
    }

    /** Reads a value as ever, and its absence as a constant. */
    private static final class FirstDeserializer extends DelegatingDeserializer {
        private final Object first;

        FirstDeserializer(ValueDeserializer<?> deserializer, Object first) {
            super(deserializer);
            this.first = first;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new FirstDeserializer(deserializer, first);
        }

        @Override
        public @Nullable Object getEmptyValue(DeserializationContext context) {
            return first;
        }
    }
}
