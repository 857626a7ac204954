package org.unroll.core.layer.image;

import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** {@link PictureRegions} at work. Owned by the graph's thread. */
final class PictureRegionsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  PictureRegionsVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray rows = // [b, c h w]
        TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, inputs[0]);
    long channels = inputs[0].size(1);
    long batch = rows.size(0);
    long places = rows.size(1) / channels;
    INDArray steps = // [h w, b, c]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATIONS, rows.dataType(), places, batch, channels);
    steps.assign(rows.reshape('c', batch, channels, places).permute(2, 0, 1));
    return TimeMajor.sequences(steps);
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray rows = // [b, c, h w]
        workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
    return new INDArray[] {
      TimeMajor.like(inputs[0], rows.reshape('c', rows.size(0), rows.size(1) * rows.size(2)))
    };
  }

  /** A picture has no mask: all its places count. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.empty();
  }
}
