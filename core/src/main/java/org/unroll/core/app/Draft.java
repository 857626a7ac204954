package org.unroll.core.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.OneLine;
import org.unroll.core.yaml.FlowYaml;

/**
 * A config for files of the user's, with a comment where something was not plain, and what was seen
 * in them. Sections stand in the order in which they are first named. Not thread-safe.
 */
public final class Draft {
  private static final int LINE = 110;
  private static final int NAMED = 3;
  private static final int LONGEST = 200;

  private static final Section NOTHING = new Section();

  private final List<String> seen = new ArrayList<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();

  /** Keys of one section, and what is said above and behind them. */
  private static final class Section {
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private Optional<Object> value = Optional.empty(); // in place of keys
  }

  /** The first names of several, and how many more there are. */
  public static String told(List<?> names) {
    int more = names.size() - NAMED;
    List<String> first =
        names.subList(0, Math.min(NAMED, names.size())).stream().map(Object::toString).toList();
    return String.join(", ", first) + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** A line on what the files hold, for the terminal. */
  public Draft saw(String format, Object... values) {
    seen.add(OneLine.of(format.formatted(values)));
    return this;
  }

  /** A key of a section; of graphs a node. */
  public Draft set(String section, String key, Object value) {
    section(section).keys.put(key, value);
    section(section).remarks.remove(key);
    return this;
  }

  /** The same, if there is a value. */
  public Draft set(String section, String key, Optional<?> value) {
    value.ifPresent(found -> set(section, key, found));
    return this;
  }

  /** The same, with the reason or the way on in a few words behind it. */
  public Draft set(String section, String key, Object value, String remark) {
    set(section, key, value);
    section(section).remarks.put(key, remark);
    return this;
  }

  /** A key that is no section, such as {@code rate}, with a few words behind it. */
  public Draft value(String key, Object value, String remark) {
    section(key).value = Optional.of(value);
    section(key).remarks.put(key, remark);
    return this;
  }

  /**
   * A node of the graph.
   *
   * @param keys as they stand between the braces: {@code layer: lstm, size: 64, input: embed}
   */
  public Draft node(String name, String keys) {
    return set("graph", name, FlowYaml.parse("{" + keys + "}"));
  }

  /** What could not be decided: stands above the section in the file, and is told. */
  public Draft ask(String section, String format, Object... values) {
    String question = OneLine.of(format.formatted(values));
    section(section).questions.add(question);
    seen.add("? " + question);
    return this;
  }

  private Section section(String name) {
    return sections.computeIfAbsent(name, key -> new Section());
  }

  /** What was seen, a line each; doubts begin with a question mark. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /**
   * The config, over an app's defaults.
   *
   * @param app its name
   * @param title what the first line says of it
   */
  public String yaml(String app, String title) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(app).append(": ").append(OneLine.of(title)).append('\n');
    text.append("# Holds what differs from the defaults; every key: ./unroll ");
    text.append(app).append(" config schema\n");
    text.append("app: ").append(app).append('\n');
    sections.forEach((name, section) -> write(name, section, text));
    return text.toString();
  }

  private static void write(String name, Section section, StringBuilder text) {
    section.questions.forEach(question -> text.append("# ").append(question).append('\n'));
    if (section.value.isPresent()) {
      writeKey("", name, section.value.get(), section, text);
    }
    if (section.keys.isEmpty()) {
      return;
    }
    String line = name + ": " + FlowYaml.of(section.keys);
    if (section.remarks.isEmpty() && line.length() <= LINE) {
      text.append(line).append('\n');
      return;
    }
    text.append(name).append(":\n");
    section.keys.forEach((key, value) -> writeKey("  ", key, value, section, text));
  }

  /** What is too long for a line and has keys of its own stands in a line for each. */
  private static void writeKey(
      String indent, String key, Object value, Section section, StringBuilder text) {
    String remark = section.remarks.get(key);
    String behind = remark == null ? "" : " # " + OneLine.of(remark);
    String name = indent + FlowYaml.of(key) + ":";
    String line = name + " " + FlowYaml.of(value) + behind;
    if (line.length() > LONGEST && value instanceof Map<?, ?> keys) {
      text.append(name).append(behind).append('\n');
      keys.forEach(
          (inner, each) -> writeKey(indent + "  ", String.valueOf(inner), each, NOTHING, text));
    } else {
      text.append(line).append('\n');
    }
  }
}
