package org.unroll.core.layer.head;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * Adds a skip path to one level of each target. Reads the raw output of a head, {@code [b, targets
 * * levels, t]} with the levels of a target side by side, and the skip path, {@code [b, targets,
 * t]} or flat {@code [b, targets * steps]}, target after target, of which the first t steps count.
 * Without steps the same without t.
 *
 * <p>With a weight it gives the weighted mean of both in place of their sum, and while training the
 * raw output alone.
 */
public final class AddSkip extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private final int targets;
  @JsonProperty private final int levels;
  @JsonProperty private final int level;
  @JsonProperty private final double weight; // 0 in graphs of earlier versions

  /**
   * @param target the node that owns it, for messages
   * @param targets that the head predicts
   * @param levels of each target
   * @param level the one to add to, from 0
   * @param weight of the skip path in a mean of both; 0 to add it
   */
  public AddSkip(
      @JsonProperty("target") String target,
      @JsonProperty("targets") int targets,
      @JsonProperty("levels") int levels,
      @JsonProperty("level") int level,
      @JsonProperty("weight") double weight) {
    super(target, 2, targets, levels, level, weight);
    this.targets = targets;
    this.levels = levels;
    this.level = level;
    this.weight = weight;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new AddSkipVertex(place, this);
  }

  int targets() {
    return targets;
  }

  int levels() {
    return levels;
  }

  int level() {
    return level;
  }

  double weight() {
    return weight;
  }
}
