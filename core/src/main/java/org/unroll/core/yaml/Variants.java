package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;

/**
 * The records of a sealed interface.
 *
 * @param records key to name to record: {@code layer → lstm → Lstm.class}
 */
record Variants(Map<String, Map<String, Class<?>>> records) {
  /** Remembers what reflection found; a class never changes. */
  private static final ClassValue<Variants> VARIANTS =
      new ClassValue<>() {
        @Override
        protected Variants computeValue(Class<?> sealed) {
          Map<String, Map<String, Class<?>>> records = new LinkedHashMap<>();
          collect(sealed, records);
          return new Variants(records);
        }
      };

  /** What a section says about its variant. */
  record Used(String key, String name, Class<?> type) {}

  /**
   * @throws IllegalStateException if a record has no {@link Variant}, or shares a name
   */
  static Variants of(Class<?> sealed) {
    return VARIANTS.get(sealed);
  }

  private static void collect(Class<?> sealed, Map<String, Map<String, Class<?>>> records) {
    for (Class<?> type : sealed.getPermittedSubclasses()) {
      if (type.isSealed()) {
        collect(type, records);
        continue;
      }
      Variant variant = type.getAnnotation(Variant.class);
      if (variant == null || !type.isRecord()) {
        throw new IllegalStateException(type.getName() + ": expected a record with @Variant");
      }
      for (String name : variant.names()) {
        Map<String, Class<?>> named =
            records.computeIfAbsent(variant.key(), key -> new LinkedHashMap<>());
        if (named.put(name, type) != null) {
          throw new IllegalStateException(sealed.getName() + ": two variants named " + name);
        }
      }
    }
  }

  /** The keys that tell the variant: {@code layer, vertex}. */
  List<String> discriminators() {
    return List.copyOf(records.keySet());
  }

  List<String> names(String discriminator) {
    return List.copyOf(records.get(discriminator).keySet());
  }

  List<String> given(Section section) {
    return discriminators().stream().filter(section::gives).toList();
  }

  /** The variant of a section with exactly one discriminator and a known name. */
  Optional<Used> used(Section section) {
    List<String> given = given(section);
    if (given.size() == 1 && section.value(given.get(0)).orElseThrow() instanceof Scalar name) {
      return Optional.ofNullable(records.get(given.get(0)).get(name.text()))
          .map(type -> new Used(given.get(0), name.text(), type));
    }
    return Optional.empty();
  }

  /** The discriminators and the keys of every variant. */
  List<String> allKeys() {
    List<String> keys = new ArrayList<>(discriminators());
    for (Map<String, Class<?>> named : records.values()) {
      for (Class<?> type : named.values()) {
        keys.addAll(RecordShape.of(type).keyNames());
      }
    }
    return keys.stream().distinct().toList();
  }
}
