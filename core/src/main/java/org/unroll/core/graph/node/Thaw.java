package org.unroll.core.graph.node;

import java.util.Optional;
import org.unroll.core.layer.Frozen;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

/** When a layer that is frozen at first begins to be trained, and how fast. */
@Doc("Frozen for the first epochs, then trained.")
public record Thaw(
    @Doc("Epochs that it stays frozen, less than are trained.") @Range(min = 1, max = 100_000)
        int after,
    @Doc("What the learning rate is multiplied with for it; below 1 it keeps more of what it knew.")
        @Default("1")
        @Range(above = 0, max = 100)
        double factor) {

  /**
   * What a layer has in place of an updater.
   *
   * @param frozen for good, unless there is a thaw
   * @return empty if it is trained from the start
   */
  static Optional<Frozen> updater(boolean frozen, Optional<Thaw> thaw) {
    Optional<Frozen> atFirst = thaw.map(each -> Frozen.until(each.after, each.factor));
    return atFirst.isEmpty() && frozen ? Optional.of(new Frozen()) : atFirst;
  }
}
