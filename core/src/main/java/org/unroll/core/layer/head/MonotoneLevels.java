package org.unroll.core.layer.head;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * Quantiles that cannot cross: one level of each target is taken as it is, and each further one is
 * the softplus of its number away from its neighbour (as in Gasthaus et al. 2019, where steps are
 * positive too). {@code [b, targets * levels, t]} in and out, or without t.
 */
public final class MonotoneLevels extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int levels;
  @JsonProperty private final int free;

  /**
   * @param target the node that owns it, for messages
   * @param levels of each target, ascending
   * @param free the one that is taken as it is, from 0
   */
  public MonotoneLevels(
      @JsonProperty("target") String target,
      @JsonProperty("levels") int levels,
      @JsonProperty("free") int free) {
    super(target, 1, levels, free);
    this.levels = levels;
    this.free = free;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new MonotoneLevelsVertex(place, levels, free);
  }
}
