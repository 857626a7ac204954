package org.unroll.core.layer.image;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.ParameterlessVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/** Pictures {@code [b, c, h, w]} as vectors {@code [b, c h w]}. */
public final class FlattenPicture extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  public FlattenPicture() {
    super(1, 1);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new FlattenPictureVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return InputType.feedForward(inputs[0].arrayElementsPerExample());
  }
}
