package org.unroll.core.layer.image;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.OneDnn;
import org.unroll.core.layer.onednn.OneDnnFilters;

/** The filters of a convolution over the rows of a batch, chunk by chunk. */
final class FilterBank {
  private final FilterPass pass;

  private FilterBank(FilterPass pass) {
    this.pass = pass;
  }

  /**
   * @param library the layer's, for where oneDNN can be used
   */
  static FilterBank of(
      ConvolutionShape shape, FilterPass.Parameters parameters, OneDnnFilters library) {
    boolean fast = OneDnn.obstacle().isEmpty() && Floats.areIn(parameters.weights());
    FilterPass pass =
        fast
            ? OneDnnFilterPass.of(library, shape, parameters)
            : GenericFilterPass.of(shape, parameters);
    return new FilterBank(pass);
  }

  /**
   * @param read {@code [r, c h w]}
   * @param output {@code [r, filters h' w']}; rows that count are overwritten
   */
  void apply(CountedRows rows, INDArray read, INDArray output) {
    List<RowChunk> chunks = rows.chunks(pass.most());
    INDArray inputs = buffer(chunks, read);
    INDArray outputs = buffer(chunks, output);
    for (RowChunk chunk : chunks) {
      INDArray place = chunk.place(output, outputs); // [chunk, filters h' w']
      pass.apply(chunk.read(read, inputs), place);
      chunk.write(place, output);
    }
  }

  /**
   * @param read {@code [r, c h w]}
   * @param delta gradient by the output, {@code [r, filters h' w']}
   * @param gradients of the parameters, to which is added
   * @param below gradient by what was read, if it is wanted; rows that count are overwritten
   */
  void differentiate(
      CountedRows rows,
      INDArray read,
      INDArray delta,
      FilterPass.Parameters gradients,
      Optional<INDArray> below) {
    List<RowChunk> chunks = rows.chunks(pass.most());
    INDArray inputs = buffer(chunks, read);
    INDArray deltas = buffer(chunks, delta);
    Optional<INDArray> belows = below.map(each -> buffer(chunks, each));
    for (RowChunk chunk : chunks) {
      Optional<INDArray> place = below.map(each -> chunk.place(each, belows.orElseThrow()));
      pass.differentiate(chunk.read(read, inputs), chunk.read(delta, deltas), gradients, place);
      place.ifPresent(each -> chunk.write(each, below.orElseThrow()));
    }
  }

  /** For chunks with gaps; the matrix itself where there are none. */
  private INDArray buffer(List<RowChunk> chunks, INDArray matrix) {
    if (chunks.stream().allMatch(RowChunk::isGapless)) {
      return matrix;
    }
    int most = chunks.get(0).size(); // the first is the largest
    return Nd4j.createUninitialized(matrix.dataType(), most, matrix.size(1)); // in what is open
  }
}
