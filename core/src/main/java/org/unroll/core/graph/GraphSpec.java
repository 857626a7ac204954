package org.unroll.core.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Inline;
import org.unroll.core.config.Replaced;

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
