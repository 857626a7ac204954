package org.unroll.core.layer.image;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.onednn.FilterSides;
import org.unroll.core.layer.onednn.OneDnnFilters;

/** {@link FilterPass} through oneDNN primitives of ours. */
record OneDnnFilterPass(OneDnnFilters library, OneDnnFilters.Filters filters)
    implements FilterPass {
  /** More are not faster, and their copies in oneDNN's order would leave the caches. */
  private static final int MOST = 16;

  static OneDnnFilterPass of(OneDnnFilters library, ConvolutionShape shape, Parameters parameters) {
    PictureSize size = shape.size();
    FilterSides sides =
        new FilterSides(
            side(shape.window().down(), size.height()),
            side(shape.window().across(), size.width()));
    return new OneDnnFilterPass(
        library,
        new OneDnnFilters.Filters(sides, shape.groups(), parameters.weights(), parameters.bias()));
  }

  private static FilterSides.Side side(Span span, int size) {
    return new FilterSides.Side(
        size, span.windows(size), span.kernel(), span.stride(), span.step(), span.before(size));
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public void apply(INDArray pictures, INDArray output) {
    library.apply(filters, pictures, output);
  }

  @Override
  public void differentiate(
      INDArray pictures, INDArray delta, Parameters gradients, Optional<INDArray> below) {
    library.differentiate(
        pictures,
        delta,
        new OneDnnFilters.Filters(
            filters.sides(), filters.groups(), gradients.weights(), gradients.bias()));
    below.ifPresent(each -> library.differentiateInput(filters, delta, each));
  }
}
