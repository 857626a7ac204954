package org.unroll.datasets.caption;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;

/**
 * How NumPy wrote a number, such as {@code <f4}.
 *
 * @param kind f, i or u: floating point, whole, whole and not negative
 * @param bytes of one
 */
record NpyNumber(char kind, int bytes, ByteOrder order) {
  private static final Pattern DESCRIPTION = Pattern.compile("([<>=|])?([fiu])([1248])");

  private static final int HALF_MANTISSA = 10;
  private static final int HALF_LARGEST_EXPONENT = 31;
  private static final int HALF_BIAS = 15;

  /**
   * @throws UserError if numbers of this kind are not read
   */
  static NpyNumber of(String description, Object file) {
    Matcher parts = DESCRIPTION.matcher(description);
    if (!parts.matches() || parts.group().endsWith("f1") || parts.group().endsWith("u8")) {
      String objects = description.contains("O") ? ": it holds Python objects" : "";
      throw new UserError(
          "%s: numbers of type '%s'%s; expected float16, float32, float64 or whole ones: save array.astype('float32')"
              .formatted(file, description, objects));
    }
    ByteOrder order = ">".equals(parts.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyNumber(parts.group(2).charAt(0), Integer.parseInt(parts.group(3)), order);
  }

  /**
   * @param at byte from the buffer's start; the buffer has the order
   */
  float read(ByteBuffer buffer, int at) {
    if (kind == 'f') {
      return switch (bytes) {
        case 2 -> half(buffer.getShort(at) & 0xFFFF);
        case 4 -> buffer.getFloat(at);
        default -> (float) buffer.getDouble(at);
      };
    }
    boolean signed = kind == 'i';
    return switch (bytes) {
      case 1 -> signed ? buffer.get(at) : buffer.get(at) & 0xFF;
      case 2 -> signed ? buffer.getShort(at) : buffer.getShort(at) & 0xFFFF;
      case 4 -> signed ? buffer.getInt(at) : buffer.getInt(at) & 0xFFFF_FFFFL;
      default -> buffer.getLong(at);
    };
  }

  /** A number of half precision (IEEE 754 binary16); Java knows them from version 20. */
  private static float half(int bits) {
    int exponent = bits >> HALF_MANTISSA & HALF_LARGEST_EXPONENT;
    float mantissa = (bits & (1 << HALF_MANTISSA) - 1) / (float) (1 << HALF_MANTISSA);
    float size;
    if (exponent == HALF_LARGEST_EXPONENT) {
      size = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      size = Math.scalb(mantissa, 1 - HALF_BIAS);
    } else {
      size = Math.scalb(1 + mantissa, exponent - HALF_BIAS);
    }
    return (bits & 0x8000) == 0 ? size : -size;
  }
}
