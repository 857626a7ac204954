package org.unroll.core.layer.image;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.TimeMajor;

/**
 * {@link FilterPass} through ND4J's operations: in double precision, on a GPU, and where oneDNN is
 * missing.
 *
 * @param weights dense, as {@link Dilation#filled} makes them
 */
record GenericFilterPass(ConvolutionShape shape, INDArray weights, Optional<INDArray> bias)
    implements FilterPass {
  /** ND4J's own oneDNN splits them up. */
  private static final int MOST = 64;

  static GenericFilterPass of(ConvolutionShape shape, Parameters parameters) {
    INDArray weights = parameters.weights();
    INDArray dense = TimeMajor.isDense(weights) ? weights : weights.dup('c');
    return new GenericFilterPass(shape, Dilation.filled(dense, shape.window()), parameters.bias());
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public void apply(INDArray pictures, INDArray output) {
    GroupedFilters.of(shape)
        .apply(shape.size().pictures(pictures), weights, bias, shape.outputSize().pictures(output));
  }

  @Override
  public void differentiate(
      INDArray pictures, INDArray delta, Parameters gradients, Optional<INDArray> below) {
    PictureSize in = shape.size();
    PictureSize out = shape.outputSize();
    INDArray all = Nd4j.createUninitialized(weights.dataType(), weights.shape());
    INDArray lower = // which the operation computes anyway
        below.orElseGet(() -> Nd4j.createUninitialized(pictures.dataType(), pictures.shape()));
    GroupedFilters.of(shape)
        .differentiate(
            new GroupedFilters.Seen(in.pictures(pictures), out.pictures(delta)),
            weights,
            all,
            in.pictures(lower));
    gradients.weights().addi(Dilation.picked(all, shape.window()));
    gradients.bias().ifPresent(each -> each.addi(sums(delta, each)));
  }

  private INDArray sums(INDArray delta, INDArray bias) {
    INDArray sums = Nd4j.createUninitialized(bias.dataType(), bias.shape());
    ChannelSums.of(delta, new Pieces(shape.outputSize(), CountedRows.all(delta.size(0))), sums);
    return sums;
  }
}
