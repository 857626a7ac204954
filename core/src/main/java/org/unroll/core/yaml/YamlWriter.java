package org.unroll.core.yaml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Items;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes nodes as YAML: scalars as they were written, short lists and short maps of scalars on one
 * line, everything else as indented blocks.
 */
final class YamlWriter {
  /** Longest map or list that is put on one line, in characters. */
  private static final int FLOW_LENGTH = 80;

  private final Resolver resolver = new Resolver();

  private YamlWriter() {}

  static String write(ConfigNode root) {
    DumperOptions options = new DumperOptions();
    options.setIndent(2);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    options.setWidth(4 * ConfigText.LIMIT);
    StringWriter text = new StringWriter();
    Serializer serializer =
        new Serializer(new Emitter(text, options), new Resolver(), options, null);
    try {
      serializer.open();
      serializer.serialize(new YamlWriter().node(root, true));
      serializer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter failed", e);
    }
    return text.toString();
  }

  private Node node(ConfigNode node, boolean root) {
    FlowStyle flow = !root && fitsOnOneLine(node) ? FlowStyle.FLOW : FlowStyle.BLOCK;
    if (node instanceof Section section) {
      List<NodeTuple> tuples = new ArrayList<>();
      for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
        tuples.add(new NodeTuple(key(each.getKey()), node(each.getValue().value(), false)));
      }
      return new MappingNode(tag(section, Tag.MAP), tuples, flow);
    } else if (node instanceof Items list) {
      List<Node> items = new ArrayList<>();
      for (ConfigNode item : list.items()) {
        items.add(node(item, false));
      }
      return new SequenceNode(tag(list, Tag.SEQ), items, flow);
    }
    Scalar scalar = (Scalar) node;
    Tag implied = resolver.resolve(NodeId.scalar, scalar.text(), scalar.isPlain());
    return new ScalarNode(tag(scalar, implied), scalar.text(), null, null, scalar.style());
  }

  private Node key(String key) {
    Tag implied = resolver.resolve(NodeId.scalar, key, true);
    return new ScalarNode(implied, key, null, null, ScalarStyle.PLAIN);
  }

  private static Tag tag(ConfigNode node, Tag implied) {
    return node.tag().isEmpty() ? implied : new Tag(node.tag());
  }

  private static boolean fitsOnOneLine(ConfigNode node) {
    int length = 0;
    if (node instanceof Section section) {
      for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
        length += each.getKey().length() + 2 + length(each.getValue().value());
      }
    } else if (node instanceof Items list) {
      for (ConfigNode item : list.items()) {
        length += item instanceof Scalar ? length(item) : FLOW_LENGTH;
      }
    }
    return length <= FLOW_LENGTH;
  }

  /** Characters of a scalar or of a list of scalars; too many for anything else. */
  private static int length(ConfigNode node) {
    if (node instanceof Scalar scalar) {
      boolean block = scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
      return block ? FLOW_LENGTH + 1 : scalar.text().length() + 2;
    } else if (node instanceof Items list) {
      int length = 2;
      for (ConfigNode item : list.items()) {
        length += item instanceof Scalar ? length(item) : FLOW_LENGTH;
      }
      return length;
    }
    Section section = (Section) node;
    return section.entries().isEmpty() ? 2 : FLOW_LENGTH + 1;
  }
}
