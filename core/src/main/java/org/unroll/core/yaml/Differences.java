package org.unroll.core.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Group;

/**
 * Compares a configuration with one that was laid over it, key by key. What a key holds counts, not
 * how it is written: a default may be left out. A key that another one drops, as one of the {@link
 * Alternatives} does, is no change of its own.
 */
final class Differences {
  private final Set<String> found = new LinkedHashSet<>();

  private Differences() {}

  /** Paths of the innermost keys whose values differ or that stand on one side only. */
  static List<String> between(Class<?> root, Section before, Section after) {
    Differences differences = new Differences();
    differences.compare("", new Group(root), before, after);
    return List.copyOf(differences.found);
  }

  private void compare(String path, ValueType type, Section before, Section after) {
    Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
    keys.addAll(after.entries().keySet());
    for (String key : keys) {
      String inner = KeyPath.join(path, key);
      Optional<ValueType> child =
          Child.of(type, after, key).or(() -> Child.of(type, before, key)).map(Child::type);
      Optional<ConfigNode> left = before.value(key);
      Optional<ConfigNode> right = after.value(key);
      if (left.isPresent()
          && right.isPresent()
          && left.get() instanceof Section a
          && right.get() instanceof Section b
          && child.filter(ValueType::isMap).isPresent()) {
        compare(inner, child.get(), a, b);
      } else if (!text(left).equals(text(right))
          && !(right.isEmpty() && dropped(type, key, before, after))
          && !sameValue(type, key, before, after)) {
        found.add(inner);
      }
    }
  }

  private static String text(Optional<ConfigNode> value) {
    return value.map(YamlWriter::write).orElse("");
  }

  /** Whether what is given after drops a key that stood before, as of {@link Alternatives}. */
  static boolean dropped(ValueType type, String key, Section before, Section after) {
    for (List<List<String>> groups : Child.alternatives(type, after, before)) {
      boolean oneOfThem = groups.stream().anyMatch(group -> group.contains(key));
      if (oneOfThem && !RecordShape.given(groups, after).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameValue(ValueType type, String key, Section before, Section after) {
    Optional<Object> left = value(type, key, before);
    return left.isPresent() && left.equals(value(type, key, after));
  }

  /** What a key holds, by default too; empty if nothing, or a mistake. */
  private static Optional<Object> value(ValueType type, String key, Section section) {
    Binder binder = new Binder(new Mistakes(), false);
    Optional<ConfigNode> node = section.value(key);
    if (node.isPresent()) {
      return Child.of(type, section, key)
          .flatMap(child -> binder.bind(child.type(), node.get(), key));
    }
    return Child.shape(type, section)
        .flatMap(shape -> shape.key(key))
        .filter(known -> known.defaultText().isPresent())
        .map(known -> binder.bindDefault(known, section.position(), key));
  }
}
