package org.unroll.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Group;
import org.unroll.core.yaml.ValueType.OneOf;

/** One {@code -s key=value} of the command line. */
record Setting(Position position, List<String> keys, ConfigNode value) {

  /** Empty, with a mistake added, if there is no {@code =}, no key or no valid value. */
  static Optional<Setting> parse(String text, int layer, Mistakes mistakes) {
    Position position = Position.ofSetting(layer, text.replaceAll("\\p{Cntrl}+", " "));
    int equals = text.indexOf('=');
    String path = equals < 0 ? text : text.substring(0, equals).strip();
    if (equals < 0 || path.isEmpty() || List.of(path.split("\\.", -1)).contains("")) {
      mistakes.add(position, "", "expected key=value, such as -s train.epochs=3");
      return Optional.empty();
    }
    List<String> keys = List.of(path.split("\\."));
    return new YamlReader(mistakes)
        .readValue(text.substring(equals + 1), position)
        .map(value -> new Setting(position, keys, value));
  }

  /** The setting as a layer: the value inside one map for each key. */
  Section layer() {
    ConfigNode node = value;
    for (int i = keys.size() - 1; i >= 0; i--) {
      Map<String, Entry> entry = new LinkedHashMap<>();
      entry.put(keys.get(i), new Entry(position, node));
      node = new Section(position, "", entry);
    }
    return (Section) node;
  }

  /** Adds a mistake, and is false, if the path leads nowhere. */
  boolean leadsSomewhere(ValueType root, Section tree, Mistakes mistakes) {
    ValueType type = root;
    ConfigNode node = tree;
    String path = "";
    for (int i = 0; i < keys.size(); i++) {
      Section section = node instanceof Section present ? present : Section.empty(position);
      Optional<String> problem = problem(type, section, i);
      if (problem.isPresent()) {
        String blamed = ValueType.isMap(type) ? KeyPath.join(path, keys.get(i)) : path;
        mistakes.add(position, blamed, problem.get());
        return false;
      }
      path = KeyPath.join(path, keys.get(i));
      Optional<Child> next = Child.of(type, section, keys.get(i));
      if (next.isEmpty()) {
        // Only the variant knows this key; binding says more.
        return true;
      }
      type = next.get().type();
      node = section.value(keys.get(i)).orElse(Section.empty(position));
    }
    return true;
  }

  /** Why the i-th key cannot stand in this section, if it cannot. */
  private Optional<String> problem(ValueType type, Section section, int i) {
    if (!ValueType.isMap(type)) {
      return Optional.of("has no keys below it; it holds " + ValueType.expected(type));
    }
    boolean free = Child.freeNames(type).isPresent();
    boolean adds = free && i == keys.size() - 1 && !ConfigNode.isNull(value);
    List<String> known = known(type, section);
    return adds || known.contains(keys.get(i))
        ? Optional.empty()
        : Optional.of(Wording.unknown(free ? "name" : "key", keys.get(i), known));
  }

  private static List<String> known(ValueType type, Section section) {
    if (Child.freeNames(type).isPresent()) {
      return List.copyOf(section.entries().keySet());
    }
    return type instanceof OneOf oneOf
        ? Variants.of(oneOf.type()).allKeys()
        : RecordShape.of(((Group) type).type()).keyNames();
  }
}
