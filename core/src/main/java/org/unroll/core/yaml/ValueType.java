package org.unroll.core.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** What a key may hold, read off the Java type of its record component. */
sealed interface ValueType {
  /** Any scalar, as written. */
  record Text() implements ValueType {}

  /** An int, or a long if {@code wide}. */
  record Whole(boolean wide, Limits limits) implements ValueType {}

  /** A whole number or the word {@link Auto} allows. */
  record OrAuto(Whole number) implements ValueType {
    static final String WORD = "auto";
  }

  /** A double. */
  record Real(Limits limits) implements ValueType {}

  /** A boolean. */
  record Flag() implements ValueType {}

  /** An enum; {@code constants} by all their names, in order. */
  record Choice(Map<String, Object> constants) implements ValueType {}

  /** A list; a single scalar is taken for a list of one. */
  record ListOf(ValueType element) implements ValueType {}

  /** A map of free names. */
  record MapOf(ValueType value) implements ValueType {}

  /** A record. */
  record Group(Class<?> type) implements ValueType {}

  /** A sealed interface of {@link Variant} records. */
  record OneOf(Class<?> type) implements ValueType {}

  /** {@link RawYaml}. */
  record Raw() implements ValueType {}

  /**
   * The type of a component.
   *
   * @param where the component, for the error
   * @throws IllegalStateException if such a type cannot stand in a configuration
   */
  static ValueType of(Type type, Limits limits, String where) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListOf(of(arguments[0], limits, where));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new MapOf(of(arguments[1], limits, where));
      }
    }
    if (type instanceof Class<?> plain) {
      return ofClass(plain, limits, where);
    }
    throw unsupported(type, where);
  }

  private static ValueType ofClass(Class<?> type, Limits limits, String where) {
    if (type == String.class) {
      return new Text();
    } else if (type == int.class || type == Integer.class) {
      return new Whole(false, limits);
    } else if (type == long.class || type == Long.class) {
      return new Whole(true, limits);
    } else if (type == double.class || type == Double.class) {
      return new Real(limits);
    } else if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    } else if (type == RawYaml.class) {
      return new Raw();
    } else if (type.isEnum()) {
      return new Choice(EnumNames.of(type));
    } else if (type.isRecord()) {
      return new Group(type);
    } else if (type.isSealed()) {
      return new OneOf(type);
    }
    throw unsupported(type, where);
  }

  private static IllegalStateException unsupported(Type type, String where) {
    return new IllegalStateException(
        where + ": the type " + type.getTypeName() + " cannot stand in a configuration");
  }

  /** What is expected, in the words of a message. */
  static String expected(ValueType type) {
    if (type instanceof Text) {
      return "a text";
    } else if (type instanceof Whole whole) {
      return "a whole number" + whole.limits();
    } else if (type instanceof OrAuto choice) {
      return expected(choice.number()) + " or " + OrAuto.WORD;
    } else if (type instanceof Real real) {
      return "a number" + real.limits();
    } else if (type instanceof Flag) {
      return "true or false";
    } else if (type instanceof Choice choice) {
      return Wording.list(List.copyOf(choice.constants().keySet()), "or");
    } else if (type instanceof ListOf list) {
      return "a list, each item " + expected(list.element());
    } else if (type instanceof MapOf map) {
      return "a map of names, each with " + expected(map.value());
    } else if (type instanceof Group group) {
      RecordShape shape = RecordShape.of(group.type());
      return shape.inlineMap().isPresent()
          ? expected(shape.inlineMap().get())
          : "a map with keys such as " + String.join(", ", shape.keyNames());
    } else if (type instanceof OneOf oneOf) {
      return "a map with the key " + Wording.list(Variants.of(oneOf.type()).discriminators(), "or");
    }
    return "YAML";
  }

  /** True if values of this type are YAML maps whose keys are known or checked. */
  static boolean isMap(ValueType type) {
    return type instanceof Group || type instanceof OneOf || type instanceof MapOf;
  }

  /** True if a delta file replaces a value of this type whole, wherever it stands. */
  static boolean isReplaced(ValueType type) {
    if (type instanceof Group group) {
      return group.type().isAnnotationPresent(Replaced.class);
    }
    if (type instanceof OneOf oneOf) {
      return oneOf.type().isAnnotationPresent(Replaced.class);
    }
    return false;
  }
}
