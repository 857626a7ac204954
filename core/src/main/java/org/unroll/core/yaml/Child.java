package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Group;
import org.unroll.core.yaml.ValueType.MapOf;
import org.unroll.core.yaml.ValueType.OneOf;

/**
 * What stands under one key of a map.
 *
 * @param replaced true if a delta file replaces it whole
 */
record Child(ValueType type, boolean replaced) {

  /** Empty for an unknown key, and where the section does not tell its variant. */
  static Optional<Child> of(ValueType parent, Section section, String key) {
    Optional<MapOf> map = freeNames(parent);
    if (map.isPresent()) {
      ValueType value = map.get().value();
      return Optional.of(new Child(value, ValueType.isReplaced(value)));
    }
    return shape(parent, section)
        .flatMap(shape -> shape.key(key))
        .map(found -> new Child(found.type(), found.isReplaced()));
  }

  /** The map of free names that a type is, or that its record stands for. */
  static Optional<MapOf> freeNames(ValueType type) {
    if (type instanceof MapOf map) {
      return Optional.of(map);
    }
    return type instanceof Group group
        ? RecordShape.of(group.type()).inlineMap()
        : Optional.empty();
  }

  /** The record that a section is bound to. */
  static Optional<RecordShape> shape(ValueType type, Section section) {
    if (type instanceof Group group) {
      return Optional.of(RecordShape.of(group.type()));
    } else if (type instanceof OneOf oneOf) {
      return Variants.of(oneOf.type()).used(section).map(used -> RecordShape.of(used.type()));
    }
    return Optional.empty();
  }

  /**
   * Sets of key groups, of each of which a section gives one: the {@link Alternatives}, and the
   * keys that name the variant.
   *
   * @param base tells the variant if the section does not
   */
  static List<List<List<String>>> alternatives(ValueType type, Section section, Section base) {
    List<List<List<String>>> sets = new ArrayList<>();
    if (type instanceof OneOf oneOf) {
      sets.add(Variants.of(oneOf.type()).discriminators().stream().map(List::of).toList());
    }
    shape(type, section)
        .or(() -> shape(type, base))
        .ifPresent(shape -> sets.addAll(shape.alternatives()));
    return sets;
  }
}
