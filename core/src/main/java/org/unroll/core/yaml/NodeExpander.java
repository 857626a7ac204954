package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Items;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Copies SnakeYAML's node graph into a tree: aliases become copies, within limits that stop the
 * "billion laughs" kind of file.
 */
final class NodeExpander {
  static final int MOST_NODES = 10_000;
  static final int DEEPEST = 50;

  private final Position start;
  private final Mistakes mistakes;
  private final Resolver resolver = new Resolver();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  NodeExpander(Position start, Mistakes mistakes) {
    this.start = start;
    this.mistakes = mistakes;
  }

  /** Throws {@link UnreadableYaml} beyond the limits; lesser mistakes are collected. */
  ConfigNode expand(Node root) {
    return expand(root, "");
  }

  private ConfigNode expand(Node node, String path) {
    Position position = YamlReader.at(start, node.getStartMark());
    if (!open.add(node)) {
      throw new UnreadableYaml(position, path, "an alias inside the value it stands for");
    }
    if (++nodes > MOST_NODES) {
      throw new UnreadableYaml(
          start, "", "more than " + MOST_NODES + " values, aliases counted each time");
    }
    if (open.size() > DEEPEST) {
      throw new UnreadableYaml(position, "", "nested deeper than " + DEEPEST + " levels");
    }
    ConfigNode copy;
    if (node instanceof MappingNode map) {
      copy = new Section(position, tag(node, Tag.MAP), entries(map, path));
    } else if (node instanceof SequenceNode list) {
      copy = new Items(position, tag(node, Tag.SEQ), items(list, path));
    } else {
      copy = scalar((ScalarNode) node, position);
    }
    open.remove(node);
    return copy;
  }

  private Scalar scalar(ScalarNode node, Position position) {
    Tag implied = resolver.resolve(NodeId.scalar, node.getValue(), node.isPlain());
    return new Scalar(position, tag(node, implied), node.getValue(), node.getScalarStyle());
  }

  private static String tag(Node node, Tag implied) {
    return node.getTag().equals(implied) ? "" : node.getTag().getValue();
  }

  private List<ConfigNode> items(SequenceNode list, String path) {
    List<ConfigNode> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(expand(item, path + "[" + items.size() + "]"));
    }
    return items;
  }

  private Map<String, Entry> entries(MappingNode map, String path) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      Position position = YamlReader.at(start, tuple.getKeyNode().getStartMark());
      Optional<String> key = key(tuple.getKeyNode(), position, path);
      if (key.isEmpty()) {
        continue;
      }
      String keyPath = KeyPath.join(path, key.get());
      ConfigNode value = expand(tuple.getValueNode(), keyPath);
      Entry first = entries.putIfAbsent(key.get(), new Entry(position, value));
      if (first != null) {
        mistakes.add(
            position,
            keyPath,
            "duplicate key " + Wording.quote(key.get()) + ", first given at " + first.position());
      }
    }
    return entries;
  }

  private Optional<String> key(Node node, Position position, String path) {
    if (!(node instanceof ScalarNode scalar)
        || scalar.getValue().isEmpty()
        || !scalar(scalar, position).tag().isEmpty()) {
      mistakes.add(position, path, "a key must be a single word, such as 'epochs'");
      return Optional.empty();
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw new UnreadableYaml(
          position, path, "merge keys '<<' are not supported; write the keys out");
    }
    return Optional.of(scalar.getValue());
  }
}
