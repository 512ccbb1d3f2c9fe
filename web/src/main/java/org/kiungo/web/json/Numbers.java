package org.kiungo.web.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Numbers in JSON: a value that is not known ({@code NaN}) is {@code null}, as JSON has no NaN. */
public final class Numbers {

  private Numbers() {}

  /**
   * The Jackson module that writes {@code NaN} and infinities as {@code null} and reads it back.
   */
  public static JacksonModule unknownAsNull() {
    SimpleModule module = new SimpleModule("numbers");
    module.addSerializer(Double.class, new UnknownAsNull(Double.class));
    module.addSerializer(double.class, new UnknownAsNull(double.class));
    module.addDeserializer(double.class, new NullAsUnknown());
    return module;
  }

  private static final class NullAsUnknown extends StdDeserializer<Double> {

    NullAsUnknown() {
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
  }

  private static final class UnknownAsNull extends StdSerializer<Double> {

    UnknownAsNull(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (value.isNaN() || value.isInfinite()) {
        out.writeNull();
      } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        out.writeNumber(value.longValue());
      } else {
        out.writeNumber(value);
      }
    }
  }
}
