package org.unroll.core.yaml;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The YAML names of an enum's constants. */
final class EnumNames {
  private EnumNames() {}

  /** Every name of every constant, in the order of declaration. */
  static Map<String, Object> of(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      for (String name : names((Enum<?>) constant)) {
        if (constants.put(name, constant) != null) {
          throw new IllegalStateException(type.getName() + ": two constants named " + name);
        }
      }
    }
    return Collections.unmodifiableMap(constants);
  }

  private static String[] names(Enum<?> constant) {
    try {
      Field field = constant.getDeclaringClass().getField(constant.name());
      Names names = field.getAnnotation(Names.class);
      return names == null
          ? new String[] {constant.name().toLowerCase(Locale.ROOT).replace('_', '-')}
          : names.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant without its field: " + constant, e);
    }
  }
}
