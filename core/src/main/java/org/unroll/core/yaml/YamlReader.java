package org.unroll.core.yaml;

import java.util.Locale;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML into {@link ConfigNode}s. SnakeYAML composes the nodes but constructs no values, so
 * none of the types of YAML 1.1 ({@code no}, {@code 1:30}, dates) is ever applied.
 */
final class YamlReader {
  /** Guards SnakeYAML's recursion only; {@link NodeExpander} holds the limit users see. */
  private static final int COMPOSER_DEPTH = 500;

  private static final int LONGEST_PROBLEM = 200;

  private final Mistakes mistakes;

  YamlReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** The map a file holds; empty, with mistakes added, if it holds none. */
  Optional<Section> readFile(ConfigText file, int layer) {
    Position start = new Position(layer, file.name(), 1, 1);
    Optional<ConfigNode> root = compose(file.text(), start);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (root.get() instanceof Section section) {
      return Optional.of(section);
    }
    if (root.get() instanceof Scalar scalar && scalar.isMissing()) {
      mistakes.add(start, "", "the file is empty; expected keys such as 'seed: 42'");
    } else {
      String message = "expected a map of keys and values, found " + root.get().found();
      mistakes.add(root.get().position(), "", message);
    }
    return Optional.empty();
  }

  /** The value of a setting; empty, with a mistake added, if it is not valid YAML. */
  Optional<ConfigNode> readValue(String text, Position setting) {
    return compose(text, setting);
  }

  private Optional<ConfigNode> compose(String text, Position start) {
    try {
      return Optional.of(parse(text, start));
    } catch (UnreadableYaml e) {
      mistakes.add(e.position(), e.path(), e.getMessage());
    } catch (MarkedYAMLException e) {
      mistakes.add(at(start, e.getProblemMark()), "", problem(text, e));
    } catch (ReaderException e) {
      mistakes.add(
          at(start, text, e.getPosition()),
          "",
          String.format(
              Locale.ROOT, "the character U+%04X cannot stand in YAML", e.getCodePoint()));
    } catch (YAMLException e) {
      mistakes.add(start, "", "not valid YAML: " + oneLine(e.getMessage()));
    }
    return Optional.empty();
  }

  private ConfigNode parse(String text, Position start) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(COMPOSER_DEPTH);
    options.setCodePointLimit(ConfigText.LIMIT);
    Composer composer =
        new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
    if (!composer.checkNode()) {
      return Scalar.plain(start, "");
    }
    Node root = composer.getNode();
    if (composer.checkNode()) {
      Position second = at(start, composer.getNode().getStartMark());
      throw new UnreadableYaml(
          second, "", "several YAML documents; expected one, so take out the '---' before this");
    }
    return new NodeExpander(start, mistakes).expand(root);
  }

  private static String problem(String text, MarkedYAMLException e) {
    String line = text.lines().skip(e.getProblemMark().getLine()).findFirst().orElse("");
    String indentation = line.substring(0, line.length() - line.stripLeading().length());
    if (indentation.contains("\t")) {
      return "a tab in the indentation; use spaces";
    }
    if (line.startsWith("\t", e.getProblemMark().getColumn())) {
      return "a tab; use spaces";
    }
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return "not valid YAML: " + oneLine(context + e.getProblem());
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_PROBLEM ? line.substring(0, LONGEST_PROBLEM) + "…" : line;
  }

  static Position at(Position start, Mark mark) {
    return start.at(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Position at(Position start, String text, int codePoints) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return start.at(line + 1, end - before.lastIndexOf('\n'));
  }
}
