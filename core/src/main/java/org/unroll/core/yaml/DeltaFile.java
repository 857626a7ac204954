package org.unroll.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Group;

/**
 * The file that gives one configuration when {@link Delta} lays it over another: keys that differ,
 * {@link Replaced} maps whole, null for a key that is gone.
 */
final class DeltaFile {
  private DeltaFile() {}

  /**
   * @param kept keys of the outermost map that stand in it though they do not differ
   */
  static Section between(Class<?> root, Section base, Section wanted, List<String> kept) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String key : kept) {
      wanted.value(key).ifPresent(value -> entries.put(key, entry(value)));
    }
    entries.putAll(between(new Group(root), base, wanted).entries());
    return new Section(wanted.position(), "", entries);
  }

  private static Section between(ValueType type, Section base, Section wanted) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String key : wanted.entries().keySet()) {
      ConfigNode value = wanted.value(key).orElseThrow();
      Optional<ConfigNode> old = base.value(key);
      if (!old.map(YamlWriter::write).equals(Optional.of(YamlWriter.write(value)))) {
        entries.put(key, entry(value(type, wanted, key, old)));
      }
    }
    Section given = new Section(wanted.position(), wanted.tag(), entries);
    for (String key : base.entries().keySet()) {
      if (!wanted.entries().containsKey(key) && !Differences.dropped(type, key, base, given)) {
        entries.put(key, entry(Scalar.plain(wanted.position(), "null")));
      }
    }
    return new Section(wanted.position(), wanted.tag(), entries);
  }

  private static Entry entry(ConfigNode value) {
    return new Entry(value.position(), value);
  }

  private static ConfigNode value(
      ValueType type, Section wanted, String key, Optional<ConfigNode> old) {
    ConfigNode value = wanted.value(key).orElseThrow();
    Optional<Child> child = Child.of(type, wanted, key);
    boolean merged =
        child.filter(each -> ValueType.isMap(each.type()) && !each.replaced()).isPresent();
    boolean both = value instanceof Section && old.orElse(value) instanceof Section;
    return merged && both && old.isPresent()
        ? between(child.get().type(), (Section) old.get(), (Section) value)
        : value;
  }
}
