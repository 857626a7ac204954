package org.unroll.core.yaml;

import java.util.List;

/**
 * A configuration without a mistake.
 *
 * @param config the root record
 * @param tree what it was bound from
 */
public record Loaded<C extends Record>(C config, ConfigTree tree) {
  /** Paths of the keys that were changed in another one, which was laid over this. */
  public List<String> changes(Loaded<C> over) {
    return config.equals(over.config)
        ? List.of()
        : Differences.between(config.getClass(), tree.root(), over.tree.root());
  }
}
