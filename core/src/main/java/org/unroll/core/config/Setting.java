package org.unroll.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.config.ConfigNode.Entry;
import org.unroll.core.config.ConfigNode.Section;
import org.unroll.core.config.ValueType.Group;
import org.unroll.core.config.ValueType.OneOf;

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
    Section section = tree;
    String path = "";
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      boolean last = i == keys.size() - 1;
      Optional<List<String>> known = known(type, section, last);
      if (known.isEmpty()) {
        mistakes.add(position, path, "has no keys below it; it holds " + ValueType.expected(type));
        return false;
      }
      path = KeyPath.join(path, key);
      if (!known.get().contains(key) && !(isFree(type) && last && !ConfigNode.isNull(value))) {
        String what = isFree(type) ? "name" : "key";
        mistakes.add(position, path, Wording.unknown(what, key, known.get()));
        return false;
      }
      Optional<Child> next = Child.of(type, section, key);
      if (next.isEmpty()) {
        // Only the variant knows this key; binding says more.
        return true;
      }
      type = next.get().type();
      Optional<ConfigNode> below = section.value(key);
      section =
          below.isPresent() && below.get() instanceof Section present
              ? present
              : Section.empty(position);
    }
    return true;
  }

  private static boolean isFree(ValueType type) {
    return Child.freeNames(type).isPresent();
  }

  private static Optional<List<String>> known(ValueType type, Section section, boolean last) {
    if (isFree(type)) {
      return Optional.of(List.copyOf(section.entries().keySet()));
    } else if (type instanceof Group group) {
      return Optional.of(RecordShape.of(group.type()).keyNames());
    } else if (type instanceof OneOf oneOf) {
      return Optional.of(Variants.of(oneOf.type()).allKeys());
    }
    return Optional.empty();
  }
}
