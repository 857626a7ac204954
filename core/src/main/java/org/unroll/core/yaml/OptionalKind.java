package org.unroll.core.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which of Java's four optional types a component has, if any. */
enum OptionalKind {
  NONE,
  OBJECT,
  INT,
  LONG,
  DOUBLE;

  static OptionalKind of(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return OBJECT;
    } else if (type == OptionalInt.class) {
      return INT;
    } else if (type == OptionalLong.class) {
      return LONG;
    }
    return type == OptionalDouble.class ? DOUBLE : NONE;
  }

  /** The type of the value inside the optional. */
  Type content(RecordComponent component) {
    return switch (this) {
      case NONE -> component.getGenericType();
      case OBJECT -> ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      case INT -> int.class;
      case LONG -> long.class;
      case DOUBLE -> double.class;
    };
  }

  /** The value as the component takes it. */
  Object wrap(Object value) {
    return switch (this) {
      case NONE -> value;
      case OBJECT -> Optional.of(value);
      case INT -> OptionalInt.of((Integer) value);
      case LONG -> OptionalLong.of((Long) value);
      case DOUBLE -> OptionalDouble.of((Double) value);
    };
  }

  /** The empty optional. Throws {@link IllegalStateException} if the component is not optional. */
  Object empty() {
    return switch (this) {
      case NONE -> throw new IllegalStateException("not optional");
      case OBJECT -> Optional.empty();
      case INT -> OptionalInt.empty();
      case LONG -> OptionalLong.empty();
      case DOUBLE -> OptionalDouble.empty();
    };
  }
}
