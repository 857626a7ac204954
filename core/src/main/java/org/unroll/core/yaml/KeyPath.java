package org.unroll.core.yaml;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Items;
import org.unroll.core.yaml.ConfigNode.Section;

/** Keys from the root: {@code graph.summary.input[1]}. */
final class KeyPath {
  private KeyPath() {}

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The place of the deepest node that exists on the path. */
  static Position nearest(ConfigNode root, String path) {
    ConfigNode node = root;
    for (String step : List.of(path.replace("[", ".[").split("\\."))) {
      Optional<ConfigNode> next = child(node, step);
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node.position();
  }

  /** Empty if there is none on the path. */
  static Optional<ConfigNode> at(ConfigNode root, String path) {
    Optional<ConfigNode> node = Optional.of(root);
    for (String key : path.split("\\.")) {
      node = node.flatMap(each -> child(each, key));
    }
    return node;
  }

  private static Optional<ConfigNode> child(ConfigNode node, String step) {
    if (node instanceof Section section) {
      return section.value(step);
    }
    if (node instanceof Items list && step.matches("\\[\\d{1,6}]")) {
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
    }
    return Optional.empty();
  }
}
