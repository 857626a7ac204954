package org.unroll.apps.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.unroll.core.Json;

/**
 * Writes answers: as {@link Json} does, numbers with six significant digits. What a net says of an
 * input differs in the seventh with those that share its batch, so the rest would be noise. What is
 * no number is null.
 */
final class AnswerJson {
  private static final MathContext DIGITS = new MathContext(6);
  private static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(numbers());

  private AnswerJson() {}

  static String write(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SimpleModule numbers() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Double.class, new Rounded<>(Double.class));
    module.addSerializer(double.class, new Rounded<>(Double.class));
    module.addSerializer(Float.class, new Rounded<>(Float.class));
    module.addSerializer(float.class, new Rounded<>(Float.class));
    return module;
  }

  private static final class Rounded<N extends Number> extends StdSerializer<N> {
    private static final long serialVersionUID = 1L;

    Rounded(Class<N> type) {
      super(type);
    }

    @Override
    public void serialize(N number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      double value = number.doubleValue();
      if (Double.isFinite(value)) {
        json.writeNumber(new BigDecimal(value).round(DIGITS).doubleValue());
      } else {
        json.writeNull();
      }
    }
  }
}
