package org.unroll.core.layer.image;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.ParameterlessVertexConfiguration;
import org.unroll.core.layer.VertexPlace;

/**
 * Pictures {@code [b, c, h, w]} as sequences {@code [b, c, h w]} of their places, row by row;
 * vectors {@code [b, n]} as sequences of one step.
 */
public final class PictureRegions extends ParameterlessVertexConfiguration {
  private static final long serialVersionUID = 1;

  public PictureRegions() {
    super(1, 1);
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new PictureRegionsVertex(place);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    long size =
        inputs[0] instanceof InputType.InputTypeConvolutional picture
            ? picture.getChannels()
            : inputs[0].arrayElementsPerExample();
    return InputType.recurrent(size, RNNFormat.NCW);
  }
}
