package org.kiungo.planner.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as plan folders have it: record components in their order, not-a-number as {@code null} both
 * ways, doubles by the Schubfach writer, whose text does not depend on the Java version.
 *
 * <p>Giulietti 2022, The Schubfach way to render doubles.
 */
public final class FolderJson {

  /** Refuses unknown and doubled fields. */
  public static final JsonMapper STRICT = mapper(true, JsonInclude.Include.ALWAYS);

  /** Leaves absent figures out. */
  public static final JsonMapper SPARSE = mapper(true, JsonInclude.Include.NON_NULL);

  /** Reads records out of features that carry more than the record. */
  public static final JsonMapper LENIENT = mapper(false, JsonInclude.Include.ALWAYS);

  private FolderJson() {}

  private static JsonMapper mapper(boolean strict, JsonInclude.Include include) {
    SimpleModule numbers = new SimpleModule("not-a-number as null");
    numbers.addSerializer(double.class, new NumberOrNull());
    numbers.addDeserializer(double.class, new NullAsNaN());
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
        .configure(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES, strict)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.CLOSE_CLOSEABLE)
        .changeDefaultPropertyInclusion(old -> old.withValueInclusion(include))
        .addModule(numbers)
        .addModule(ScenarioJson.levers())
        .build();
  }

  /** Writes a number, or {@code null} when it is not one. */
  public static void number(JsonGenerator out, double value) {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  private static final class NumberOrNull extends StdSerializer<Double> {
    NumberOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      number(out, value);
    }
  }

  private static final class NullAsNaN extends StdDeserializer<Double> {
    NullAsNaN() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) {
      return in.currentToken().isNumeric()
          ? in.getDoubleValue()
          : (Double) context.handleUnexpectedToken(context.constructType(double.class), in);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }

    @Override
    public Double getAbsentValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
