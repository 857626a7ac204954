package org.unroll.core.layer.image;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Rows;

/** Batch normalisation in ND4J's operations, for any precision and device: a channel a row. */
record GenericNormPass(Pieces pieces) implements NormPass {

  /** {@code [c, counted h w]}, a copy. */
  private INDArray channels(INDArray rows) {
    PictureSize size = pieces.size();
    int count = pieces.rows().count();
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = pieces.rows().row(i);
    }
    INDArray picked = Nd4j.createUninitialized(rows.dataType(), count, size.length());
    return Rows.pull(rows, picked, numbers)
        .reshape('c', count, size.channels(), size.plane())
        .permute(1, 0, 2)
        .dup('c')
        .reshape('c', size.channels(), (long) count * size.plane());
  }

  private void write(INDArray channels, INDArray rows) {
    PictureSize size = pieces.size();
    int count = pieces.rows().count();
    INDArray pictures =
        channels
            .reshape('c', size.channels(), count, size.plane())
            .permute(1, 0, 2)
            .dup('c')
            .reshape('c', count, size.length());
    for (int i = 0; i < count; i++) {
      rows.getRow(pieces.rows().row(i)).assign(pictures.getRow(i));
    }
  }

  private boolean isEmpty() {
    return pieces.rows().count() == 0;
  }

  private static INDArray column(double[] values, INDArray like) {
    return Nd4j.createFromArray(values).castTo(like.dataType()).reshape(values.length, 1);
  }

  private static double[] numbers(INDArray vector) {
    return vector.castTo(DataType.DOUBLE).toDoubleVector();
  }

  private INDArray centred(INDArray read, ChannelScale scale) {
    INDArray channels = channels(read);
    return channels.subiColumnVector(column(scale.mean(), channels));
  }

  @Override
  public Moments moments(INDArray read) {
    if (isEmpty()) {
      return Moments.none(pieces.size().channels());
    }
    INDArray channels = channels(read);
    double[] means = numbers(channels.mean(1));
    channels.subiColumnVector(column(means, channels));
    return new Moments(channels.size(1), means, numbers(channels.muli(channels).mean(1)));
  }

  @Override
  public void apply(INDArray read, ChannelScale scale, boolean rectified, INDArray output) {
    if (isEmpty()) {
      return;
    }
    INDArray channels = centred(read, scale);
    channels.muliColumnVector(column(scales(scale), channels));
    channels.addiColumnVector(column(scale.shift(), channels));
    write(rectified ? channels.muli(channels.gt(0).castTo(channels.dataType())) : channels, output);
  }

  private static double[] scales(ChannelScale scale) {
    double[] scales = new double[scale.gamma().length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = scale.scale(i);
    }
    return scales;
  }

  @Override
  public Sums sums(INDArray read, INDArray delta, ChannelScale scale) {
    if (isEmpty()) {
      return Sums.zero(pieces.size().channels());
    }
    INDArray deltas = channels(delta);
    return new Sums(numbers(deltas.sum(1)), numbers(deltas.mul(centred(read, scale)).sum(1)));
  }

  @Override
  public void below(Gradients gradients, ChannelScale scale, Sums slope) {
    if (isEmpty()) {
      return;
    }
    INDArray deltas = channels(gradients.delta());
    INDArray centred = centred(gradients.read(), scale);
    deltas.subi(centred.muliColumnVector(column(slope.weighted(), centred)));
    deltas.subiColumnVector(column(slope.plain(), deltas));
    write(deltas.muliColumnVector(column(scales(scale), deltas)), gradients.below());
  }
}
