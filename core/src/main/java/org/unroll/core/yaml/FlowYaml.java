package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;
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

  /** The parts of a line at commas that stand in no bracket and no quotes. */
  public static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(line.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(line.substring(from));
    return parts;
  }

  /** The value of such a line. */
  public static Object parse(String line) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
  }
}
