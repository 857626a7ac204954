package org.unroll.core.yaml;

import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.RecordShape.Key;
import org.unroll.core.yaml.ValueType.Text;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** The values of {@link Default} annotations. */
final class Defaults {
  private Defaults() {}

  /** The default as a node; a text needs no quotes. */
  static ConfigNode node(Key key, Position position) {
    String text = key.defaultText().orElseThrow();
    if (key.type() instanceof Text) {
      return new Scalar(position, "", text, ScalarStyle.DOUBLE_QUOTED);
    }
    Mistakes mistakes = new Mistakes();
    return new YamlReader(mistakes)
        .readValue(text, Position.ofSetting(position.layer(), key.name()))
        .orElseThrow(() -> wrong(key, mistakes));
  }

  static IllegalStateException wrong(Key key, Mistakes mistakes) {
    return new IllegalStateException(
        key.component() + ": its @Default does not fit: " + mistakes.found());
  }
}
