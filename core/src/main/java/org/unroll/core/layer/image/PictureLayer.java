package org.unroll.core.layer.image;

import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.ShapedLayer;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/** What the layers with parameters share. Owned by the graph's thread. */
abstract class PictureLayer<L extends OwnLayer> extends ShapedLayer<L> {
  private static final long serialVersionUID = 1;

  PictureLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  /** Of the input. */
  CountedRows counted() {
    return CountedRows.of(input, Optional.ofNullable(maskArray));
  }

  /** Dense {@code [r, n]}: one picture or frame a row. */
  INDArray rows(INDArray array, ArrayType where, LayerWorkspaceMgr workspaces) {
    return TimeMajor.rows(workspaces, where, array.castTo(dataType));
  }

  /** A new {@code [r, n]}, not initialised. */
  INDArray create(long rows, long size, ArrayType where, LayerWorkspaceMgr workspaces) {
    return TimeMajor.create(workspaces, where, dataType, rows, size);
  }

  /**
   * {@code [r, n]} for the gradient by what was read: all 0 if that is not asked for, else not
   * initialised.
   */
  INDArray createBelow(long rows, long size, LayerWorkspaceMgr workspaces) {
    INDArray below = create(rows, size, ArrayType.ACTIVATION_GRAD, workspaces);
    if (layerConf().isLowest()) {
      Floats.clear(below);
    }
    return below;
  }

  /** To be written, if it is asked for. */
  Optional<INDArray> asked(INDArray below) {
    return layerConf().isLowest() ? Optional.empty() : Optional.of(below);
  }

  Gradient gradientOfAll() {
    Gradient all = new DefaultGradient(gradientsFlattened);
    for (String name : conf.variables()) {
      all.setGradientFor(name, gradientViews.get(name), 'c');
    }
    return all;
  }
}
