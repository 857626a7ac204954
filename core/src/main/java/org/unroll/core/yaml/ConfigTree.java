package org.unroll.core.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;

/**
 * The layers laid over each other: what the configuration says, and where it says it. Immutable.
 */
public final class ConfigTree {
  private final Section root;

  ConfigTree(Section root) {
    this.root = root;
  }

  /**
   * The resolved configuration as YAML: {@code format} first, then the keys in the order of the
   * defaults, new ones last; scalars as written, comments dropped. Keys that no layer gives are not
   * there. Loaded as the only layer it gives the same configuration again.
   */
  public String toYaml() {
    return YamlWriter.write(root);
  }

  /** A single value as it is written; empty if there is none at this path. */
  public Optional<String> value(String path) {
    return KeyPath.at(root, path).map(node -> node instanceof Scalar scalar ? scalar.text() : null);
  }

  /**
   * Reports problems found later, such as sizes that only the data tells, at their places in the
   * files. Throws {@link ConfigException} if there are any.
   */
  public void throwIfAny(Problems problems) {
    Mistakes mistakes = new Mistakes();
    addTo(mistakes, problems);
    mistakes.throwIfAny();
  }

  void addTo(Mistakes mistakes, Problems problems) {
    for (Problem problem : problems.found()) {
      mistakes.add(KeyPath.nearest(root, problem.path()), problem.path(), problem.message());
    }
  }

  Section root() {
    return root;
  }

  /** The same with {@code format: 1} as the first key. */
  ConfigTree withFormat() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Scalar one = Scalar.plain(root.position(), String.valueOf(ConfigLoader.FORMAT));
    entries.put("format", new Entry(root.position(), one));
    entries.putAll(root.entries());
    return new ConfigTree(new Section(root.position(), "", entries));
  }
}
