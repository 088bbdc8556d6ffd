package nl.bovenstrooms.scoring.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells CEL the types of {@link Facts} and {@link Match}, so that a misspelt field is refused when the book is loaded and not met in the night,
 * and turns facts into the maps that CEL evaluates. Both follow the record components: there is no second list to keep.
 */
final class Vocabulary implements CelTypeProvider {

    /** The name of {@link Match} in a condition. */
    static final String MATCH = "match";

    private final ImmutableMap<String, CelType> types;
    private final ImmutableMap<String, CelType> variables;

    Vocabulary() {
        var structs = new LinkedHashMap<String, CelType>();
        variables = ImmutableMap.<String, CelType>builder()
                .putAll(fieldsOf(Facts.class, structs))
                .put(MATCH, structOf(Match.class, structs))
                .build();
        types = ImmutableMap.copyOf(structs);
    }

    /** The names that stand for themselves in a condition, with their types. */
    ImmutableMap<String, CelType> variables() {
        return variables;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return Optional.ofNullable(types.get(typeName));
    }

    /** The values of all variables. An absent value has no entry, which is what {@code has()} asks. */
    static Map<String, Object> valuesOf(Record facts) {
        var values = new LinkedHashMap<String, Object>();
        for (var component : facts.getClass().getRecordComponents()) {
            var value = valueOf(facts, component);
            if (value != null) {
                values.put(component.getName(), celValue(value));
            }
        }
        return values;
    }

    private static Object celValue(Object value) {
        if (value instanceof Record nested) {
            return valuesOf(nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Vocabulary::celValue).toList();
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }

    private static CelType typeOf(Type type, Map<String, CelType> structs) {
        if (type instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
            return ListType.create(typeOf(list.getActualTypeArguments()[0], structs));
        }
        if (type.equals(String.class) || (type instanceof Class<?> word && word.isEnum())) {
            return SimpleType.STRING;
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return SimpleType.BOOL;
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return SimpleType.INT;
        }
        if (type.equals(double.class) || type.equals(Double.class)) {
            return SimpleType.DOUBLE;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return structOf(record, structs);
        }
        throw new IllegalStateException("CEL has no type for " + type);
    }

    private static CelType structOf(Class<?> record, Map<String, CelType> structs) {
        var fields = fieldsOf(record, structs);
        var struct = StructType.create(
                record.getSimpleName(), fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        structs.put(struct.name(), struct);
        return struct;
    }

    private static ImmutableMap<String, CelType> fieldsOf(Class<?> record, Map<String, CelType> structs) {
        var fields = ImmutableMap.<String, CelType>builder();
        for (var component : record.getRecordComponents()) {
            fields.put(component.getName(), typeOf(component.getGenericType(), structs));
        }
        return fields.build();
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the accessor of a public record can be called", e);
        }
    }
}
