package org.unroll.core.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What stands in a run's {@code config.yaml}, without its types and checks: for pages and tables of
 * runs of any app and age, damaged ones too. Values are texts as they were written.
 */
public final class PlainConfig {
  private static final int DEEPEST = 50; // nodes may hold themselves

  /** Of String, List and Map. */
  private final Map<?, ?> root;

  private PlainConfig(Map<?, ?> root) {
    this.root = root;
  }

  /** What cannot be read holds nothing. */
  public static PlainConfig of(String yaml) {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      return new PlainConfig(
          node != null && value(node, 0) instanceof Map<?, ?> map ? map : Map.of());
    } catch (YAMLException e) {
      return new PlainConfig(Map.of()); // a run is listed with what is left of it
    }
  }

  private static Object value(Node node, int depth) {
    if (depth > DEEPEST) {
      throw new YAMLException("nested deeper than " + DEEPEST);
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        map.put(
            inline(value(entry.getKeyNode(), depth + 1)), value(entry.getValueNode(), depth + 1));
      }
      return map;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> list = new ArrayList<>();
      for (Node each : sequence.getValue()) {
        list.add(value(each, depth + 1));
      }
      return list;
    }
    return ((ScalarNode) node).getValue();
  }

  /** A scalar by the keys that lead to it; empty if there is none. */
  public Optional<String> text(String... keys) {
    return at(keys).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The sections of a section, by name in the file's order; what is no section is left out. */
  public Map<String, PlainConfig> sections(String... keys) {
    Map<String, PlainConfig> sections = new LinkedHashMap<>();
    if (at(keys).orElse("") instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (value instanceof Map<?, ?> section) {
              sections.put(name.toString(), new PlainConfig(section));
            }
          });
    }
    return sections;
  }

  private Optional<Object> at(String... keys) {
    Object value = root;
    for (String key : keys) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(value);
  }

  /** The innermost keys, joined by dots as on the command line; lists are one value. */
  public Map<String, String> leaves() {
    Map<String, String> leaves = new LinkedHashMap<>();
    addLeaves("", root, leaves);
    return leaves;
  }

  private static void addLeaves(String path, Map<?, ?> map, Map<String, String> leaves) {
    map.forEach(
        (key, value) -> {
          String inner = path.isEmpty() ? key.toString() : path + "." + key;
          if (value instanceof Map<?, ?> section && !section.isEmpty()) {
            addLeaves(inner, section, leaves);
          } else {
            leaves.put(inner, inline(value));
          }
        });
  }

  private static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, inner) -> entries.add(key + ": " + inline(inner)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(PlainConfig::inline).toList()) + "]";
    }
    return String.valueOf(value);
  }
}
