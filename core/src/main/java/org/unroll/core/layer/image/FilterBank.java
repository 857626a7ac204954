package org.unroll.core.layer.image;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.TimeMajor;

/**
 * The filters of a convolution over the rows of a batch, chunk by chunk.
 *
 * @param weights {@code [down, across, c / groups, filters]}
 * @param bias {@code [1, filters]}
 */
record FilterBank(ConvolutionShape shape, INDArray weights, Optional<INDArray> bias) {

  /**
   * @param read {@code [r, c h w]}
   * @param output {@code [r, filters h' w']}; rows that count are overwritten
   */
  void apply(CountedRows rows, INDArray read, INDArray output, LayerWorkspaceMgr workspaces) {
    PictureSize in = shape.size();
    PictureSize out = shape.outputSize();
    GroupedFilters filters = GroupedFilters.of(shape);
    INDArray dense = Dilation.filled(weights, shape.window());
    List<RowChunk> chunks = rows.chunks();
    INDArray inputs = buffer(chunks, read, ArrayType.FF_WORKING_MEM, workspaces);
    INDArray outputs = buffer(chunks, output, ArrayType.FF_WORKING_MEM, workspaces);
    for (RowChunk chunk : chunks) {
      INDArray place = chunk.place(output, outputs); // [chunk, filters h' w']
      filters.apply(in.pictures(chunk.read(read, inputs)), dense, bias, out.pictures(place));
      chunk.write(place, output);
    }
  }

  /**
   * @param delta gradient by the output, {@code [r, filters h' w']}
   * @param gradient of the weights, overwritten
   * @param below gradient by what was read; rows that count are overwritten
   */
  void differentiate(
      CountedRows rows,
      INDArray read,
      INDArray delta,
      INDArray gradient,
      INDArray below,
      LayerWorkspaceMgr workspaces) {
    PictureSize in = shape.size();
    PictureSize out = shape.outputSize();
    GroupedFilters filters = GroupedFilters.of(shape);
    ArrayType where = ArrayType.BP_WORKING_MEM;
    List<RowChunk> chunks = rows.chunks();
    INDArray inputs = buffer(chunks, read, where, workspaces);
    INDArray deltas = buffer(chunks, delta, where, workspaces);
    INDArray belows = buffer(chunks, below, where, workspaces);
    INDArray dense = Dilation.filled(weights, shape.window());
    boolean atOnce = chunks.size() == 1 && dense == weights;
    INDArray part = // of the weights' gradient, of one chunk
        atOnce ? gradient : TimeMajor.create(workspaces, where, gradient.dataType(), dense.shape());
    if (!atOnce) {
      gradient.assign(0);
    }
    for (RowChunk chunk : chunks) {
      INDArray place = chunk.place(below, belows); // [chunk, c h w]
      filters.differentiate(
          new GroupedFilters.Seen(
              in.pictures(chunk.read(read, inputs)), out.pictures(chunk.read(delta, deltas))),
          dense,
          part,
          in.pictures(place));
      chunk.write(place, below);
      if (!atOnce) {
        gradient.addi(Dilation.picked(part, shape.window()));
      }
    }
  }

  /** For chunks with gaps; the matrix itself where there are none. */
  private static INDArray buffer(
      List<RowChunk> chunks, INDArray matrix, ArrayType where, LayerWorkspaceMgr workspaces) {
    if (chunks.stream().allMatch(RowChunk::isGapless)) {
      return matrix;
    }
    int most = chunks.get(0).size(); // the first is the largest
    return TimeMajor.create(workspaces, where, matrix.dataType(), most, matrix.size(1));
  }
}
