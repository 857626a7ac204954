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

  /**
   * The text of a file that gives another configuration when it is laid over this one.
   *
   * @param kept keys of the outermost map that stand in it though they do not differ
   */
  public String fileTo(Loaded<C> other, List<String> kept) {
    return YamlWriter.write(
        DeltaFile.between(config.getClass(), tree.root(), other.tree.root(), kept));
  }
}
