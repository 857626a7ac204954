package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/** {@link PadPicture} at work. Owned by the graph's thread. */
final class PadPictureVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final transient PictureSize size;
  private final transient PictureSize padded;
  private final transient PadPicture.Zeros zeros;

  PadPictureVertex(VertexPlace place, PictureSize size, PadPicture.Zeros zeros) {
    super(place);
    this.size = size;
    this.padded = zeros.around(size);
    this.zeros = zeros;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray read = // [r, c h w]
        TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, inputs[0].castTo(dataType));
    INDArray output = // [r, c h' w']
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATIONS, dataType, read.size(0), padded.length());
    Floats.clear(output);
    within(output).assign(size.pictures(read));
    return padded.like(inputs[0], output);
  }

  /**
   * @param rows {@code [r, c h' w']}
   * @return the view {@code [r, c, h, w]} without the zeros
   */
  private INDArray within(INDArray rows) {
    return padded
        .pictures(rows)
        .get(
            all(),
            all(),
            interval(zeros.top(), zeros.top() + size.height()),
            interval(zeros.left(), zeros.left() + size.width()));
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray above = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // [r, c h' w']
    INDArray below = // [r, c h w]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATION_GRAD, above.dataType(), above.size(0), size.length());
    size.pictures(below).assign(within(above));
    return new INDArray[] {size.like(inputs[0], below)};
  }
}
