package org.unroll.core.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.ConfigNode.Section;

/** Compares two configurations key by key. */
final class Differences {
  private Differences() {}

  /** Paths of the innermost keys whose values differ or that stand on one side only. */
  static List<String> between(Section one, Section other) {
    Set<String> found = new LinkedHashSet<>();
    compare("", one, other, found);
    return List.copyOf(found);
  }

  private static void compare(String path, Section one, Section other, Set<String> found) {
    Set<String> keys = new LinkedHashSet<>(one.entries().keySet());
    keys.addAll(other.entries().keySet());
    for (String key : keys) {
      String inner = path.isEmpty() ? key : path + "." + key;
      Optional<ConfigNode> left = one.value(key);
      Optional<ConfigNode> right = other.value(key);
      if (left.isPresent()
          && right.isPresent()
          && left.get() instanceof Section a
          && right.get() instanceof Section b) {
        compare(inner, a, b, found);
      } else if (!text(left).equals(text(right))) {
        found.add(inner);
      }
    }
  }

  private static String text(Optional<ConfigNode> value) {
    return value.map(YamlWriter::write).orElse("");
  }
}
