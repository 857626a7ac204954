package org.unroll.core.yaml;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Values as YAML on one line, quoted where they must be. */
public final class FlowYaml {
  private FlowYaml() {}

  /**
   * @param value text, number, boolean, or lists and maps of such
   */
  public static String of(Object value) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.FLOW);
    options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
    options.setSplitLines(false);
    options.setDereferenceAliases(true);
    options.setWidth(ConfigText.LIMIT);
    return new Yaml(options).dump(value).strip();
  }

  /** The value of such a line. */
  public static Object parse(String line) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
  }
}
