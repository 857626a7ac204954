package org.unroll.core.graph.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Replaced;

/**
 * The YAML's {@code graph}.
 *
 * @param nodes by name, in the order of the file
 */
@Replaced
@Doc("The network: nodes by name, each with a layer or a vertex, and its input.")
public record GraphSpec(@Inline Map<String, NodeSpec> nodes) {
  public GraphSpec {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }
}
