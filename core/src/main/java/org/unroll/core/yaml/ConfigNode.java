package org.unroll.core.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** A YAML value with its place, aliases expanded. Immutable. */
sealed interface ConfigNode {
  Position position();

  /** An explicit tag such as {@code !!binary}, or the empty text. */
  String tag();

  /** The value in the words of a message: {@code 'many'}, {@code a list}. */
  String found();

  /** A key's own place, and its value. */
  record Entry(Position position, ConfigNode value) {}

  /**
   * @param text as written, without quotes; no YAML 1.1 type has been applied
   */
  record Scalar(Position position, String tag, String text, ScalarStyle style)
      implements ConfigNode {
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

    static Scalar plain(Position position, String text) {
      return new Scalar(position, "", text, ScalarStyle.PLAIN);
    }

    boolean isPlain() {
      return style == ScalarStyle.PLAIN;
    }

    /** True for {@code null} and {@code ~}, but not for a value that was left out. */
    boolean isNull() {
      return isPlain() && NULLS.contains(text);
    }

    boolean isMissing() {
      return isPlain() && text.isEmpty();
    }

    @Override
    public String found() {
      if (isMissing()) {
        return "nothing";
      }
      if (isNull()) {
        return "null";
      }
      return (isPlain() ? "" : "the text ") + Wording.quote(text);
    }
  }

  /** A YAML sequence. */
  record Items(Position position, String tag, List<ConfigNode> items) implements ConfigNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String found() {
      return "a list";
    }
  }

  /** A YAML map, in the order of the file. */
  record Section(Position position, String tag, Map<String, Entry> entries) implements ConfigNode {
    public Section {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Section empty(Position position) {
      return new Section(position, "", Map.of());
    }

    Optional<ConfigNode> value(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** True if the key is there with a value other than null. */
    boolean gives(String key) {
      return value(key).filter(value -> !ConfigNode.isNull(value)).isPresent();
    }

    @Override
    public String found() {
      return "a map";
    }
  }

  static boolean isNull(ConfigNode node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
