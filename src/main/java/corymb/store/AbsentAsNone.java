package corymb.store;

import java.io.Serial;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads what an older file does not tell yet as nothing, for the types that have a constant {@code NONE}. */
final class AbsentAsNone extends ValueDeserializerModifier {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        var type = description.getBeanClass();
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isNone(field, type))
                .findFirst()
                .<ValueDeserializer<?>>map(field -> new NoneDeserializer(deserializer, valueOf(field)))
                .orElse(deserializer);
    }

    private static boolean isNone(Field field, Class<?> type) {
        return field.getName().equals("NONE")
                && field.getType() == type
                && Modifier.isPublic(field.getModifiers())
                && Modifier.isStatic(field.getModifiers());
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("Not public: " + field, e);
        }
    }

    /** Reads a value as ever, and its absence as a constant. */
    private static final class NoneDeserializer extends DelegatingDeserializer {
        private final Object none;

        NoneDeserializer(ValueDeserializer<?> deserializer, Object none) {
            super(deserializer);
            this.none = none;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new NoneDeserializer(deserializer, none);
        }

        @Override
        public @Nullable Object getEmptyValue(DeserializationContext context) {
            return none;
        }
    }
}
