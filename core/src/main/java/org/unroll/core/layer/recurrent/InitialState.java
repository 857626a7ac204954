package org.unroll.core.layer.recurrent;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * Gives a cell the state before its first step. Stands between the cell and the sequence it reads:
 * {@code [b, n, t]}, which is handed on, and the state, {@code [b, u]} or of an lstm {@code [b, 2 *
 * u]} with the memory behind the hidden state.
 */
public final class InitialState extends TargetedVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /**
   * @param target DL4J's name of the {@link RecurrentCell} that reads this vertex
   */
  public InitialState(@JsonProperty("target") String target) {
    super(target, 2);
  }

  /** The name of the layer. */
  @Override
  public String target() {
    return super.target();
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new InitialStateVertex(place, target());
  }
}
