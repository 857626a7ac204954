package org.unroll.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Section;

/**
 * Lays one layer over another. Maps merge by key; lists and {@link Replaced} maps replace whole; a
 * key with null removes; a key of one of the {@link Alternatives} drops the others.
 *
 * @param settingDepth how many levels of the layer are merely the path of a setting, on which
 *     {@link Replaced} does not count
 * @param insideReplaced true if the map, or one around it, is {@link Replaced}
 */
record Delta(int settingDepth, boolean insideReplaced) {

  static Delta ofFile() {
    return new Delta(0, false);
  }

  static Delta ofSetting(Setting setting) {
    return new Delta(setting.keys().size(), false);
  }

  Section lay(Section base, Section over, ValueType type) {
    Map<String, Entry> result = new LinkedHashMap<>(base.entries());
    dropAlternatives(type, over, result);
    boolean removed = false;
    for (Map.Entry<String, Entry> each : over.entries().entrySet()) {
      String key = each.getKey();
      ConfigNode value = each.getValue().value();
      if (ConfigNode.isNull(value)) {
        result.remove(key);
        removed = true;
        continue;
      }
      // The variant may be told by either layer, by the upper one if by both.
      Optional<Child> child = Child.of(type, over, key).or(() -> Child.of(type, base, key));
      Optional<ConfigNode> old = base.value(key);
      ConfigNode laid = child.map(found -> layValue(old, value, found)).orElse(value);
      result.put(key, new Entry(each.getValue().position(), laid));
    }
    // A setting only passes through the maps of its path: a mistake about them is still the file's.
    boolean passing = settingDepth > 0 && !removed && !base.entries().isEmpty();
    return new Section(passing ? base.position() : over.position(), over.tag(), result);
  }

  private ConfigNode layValue(Optional<ConfigNode> old, ConfigNode value, Child child) {
    Delta below = new Delta(Math.max(0, settingDepth - 1), insideReplaced || child.replaced());
    ValueType type = child.type();
    boolean replaces = below.insideReplaced() && below.settingDepth() == 0;
    if (!ValueType.isMap(type) || replaces || !(value instanceof Section section)) {
      return value;
    }
    Section base =
        old.isPresent() && old.get() instanceof Section present
            ? present
            : Section.empty(section.position());
    return below.lay(base, section, type);
  }

  private static void dropAlternatives(ValueType type, Section over, Map<String, Entry> result) {
    Section base = new Section(over.position(), "", result);
    for (List<List<String>> groups : Child.alternatives(type, over, base)) {
      List<List<String>> given = RecordShape.given(groups, over);
      for (List<String> group : groups) {
        if (!given.isEmpty() && !given.contains(group)) {
          result.keySet().removeAll(group);
        }
      }
    }
  }
}
