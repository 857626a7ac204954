package org.unroll.core.layer.image;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.RunningStatistics;
import org.unroll.core.layer.array.Floats;

/** {@link BatchNormalization} at work. Owned by the graph's thread. */
final class BatchNormalizationLayer extends PictureLayer<BatchNormalization>
    implements RunningStatistics {
  private static final long serialVersionUID = 1;

  /**
   * A pass in training and what its backward pass needs.
   *
   * @param read {@code [r, c h w]}
   */
  private record Run(INDArray read, CountedRows rows, ChannelScale scale, Curve curve) {}

  private transient Optional<Run> run = Optional.empty(); // the last one in training
  private transient Optional<Moments> seen = Optional.empty(); // of it, until they are merged

  BatchNormalizationLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    CountedRows rows = counted();
    INDArray read = rows(input, ArrayType.ACTIVATIONS, workspaces); // [r, c h w]
    NormPass pass = pass(read, rows);
    boolean own = training && !layerConf().isFixed();
    Moments moments = own ? pass.moments(read) : running();
    if (own) {
      seen = Optional.of(moments);
    }
    ChannelScale scale =
        ChannelScale.of(
            moments,
            numbers(BatchNormalizationParameters.GAMMA),
            numbers(BatchNormalizationParameters.BETA),
            layerConf().epsilon());
    INDArray output = create(rows.all(), read.size(1), ArrayType.ACTIVATIONS, workspaces);
    Curve curve = write(new Reading(pass, read, scale), rows, output, training, workspaces);
    if (training) {
      run = Optional.of(new Run(read, rows, scale, curve));
    }
    return layerConf().size().plane() == 1 && input.rank() == 2
        ? output
        : layerConf().size().like(input, output);
  }

  private record Reading(NormPass pass, INDArray read, ChannelScale scale) {}

  private Curve write(
      Reading reading,
      CountedRows rows,
      INDArray output,
      boolean training,
      LayerWorkspaceMgr workspaces) {
    IActivation function = layerConf().getActivationFn();
    boolean rectified = function instanceof ActivationReLU;
    reading.pass().apply(reading.read(), reading.scale(), rectified, output);
    rows.clearOthers(output);
    if (rectified) {
      return new Curve(function, output);
    }
    Curve curve = Curve.of(function, output, training, workspaces);
    rows.clearOthers(output);
    return curve;
  }

  private NormPass pass(INDArray read, CountedRows rows) {
    Pieces pieces = new Pieces(layerConf().size(), rows);
    return Floats.areIn(read) ? new FloatNormPass(pieces) : new GenericNormPass(pieces);
  }

  private Moments running() {
    return new Moments(
        0,
        numbers(BatchNormalizationParameters.MEAN),
        numbers(BatchNormalizationParameters.VARIANCE));
  }

  private double[] numbers(String name) {
    return params.get(name).castTo(DataType.DOUBLE).toDoubleVector();
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (run.isEmpty()) {
      activate(true, workspaces);
    }
    Run done = run.orElseThrow();
    run = Optional.empty();
    INDArray above = rows(epsilon, ArrayType.BP_WORKING_MEM, workspaces); // [r, c h w]
    Pieces pieces = new Pieces(layerConf().size(), done.rows());
    INDArray delta = done.curve().delta(above, pieces, workspaces); // as above
    NormPass pass = pass(above, done.rows());
    NormPass.Sums sums = pass.sums(done.read(), delta, done.scale());
    writeGradients(sums, done.scale());
    INDArray below =
        create(done.rows().all(), above.size(1), ArrayType.ACTIVATION_GRAD, workspaces);
    done.rows().clearOthers(below);
    pass.below(new NormPass.Gradients(done.read(), delta, below), done.scale(), slope(sums, done));
    INDArray result = input.rank() == 2 ? below : layerConf().size().like(input, below);
    return new Pair<>(gradientOfAll(), result);
  }

  private void writeGradients(NormPass.Sums sums, ChannelScale scale) {
    double[] gamma = new double[sums.weighted().length];
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] = sums.weighted()[i] * scale.inverse()[i];
    }
    write(gamma, gradientViews.get(BatchNormalizationParameters.GAMMA));
    write(sums.plain(), gradientViews.get(BatchNormalizationParameters.BETA));
    gradientViews.get(BatchNormalizationParameters.MEAN).assign(0);
    gradientViews.get(BatchNormalizationParameters.VARIANCE).assign(0);
  }

  private static void write(double[] numbers, INDArray array) {
    array.assign(Nd4j.createFromArray(numbers).castTo(array.dataType()).reshape(array.shape()));
  }

  /** By way of the batch's own mean and variance; none if those were fixed. */
  private NormPass.Sums slope(NormPass.Sums sums, Run done) {
    int channels = sums.plain().length;
    NormPass.Sums slope = NormPass.Sums.zero(channels);
    if (layerConf().isFixed()) {
      return slope;
    }
    double count = (double) done.rows().count() * layerConf().size().plane();
    for (int i = 0; i < channels; i++) {
      double inverse = done.scale().inverse()[i];
      slope.plain()[i] = sums.plain()[i] / count;
      slope.weighted()[i] = sums.weighted()[i] * inverse * inverse / count;
    }
    return slope;
  }

  @Override
  public void merge(List<RunningStatistics> parts) {
    Moments all = Moments.none(layerConf().size().channels());
    for (RunningStatistics part : parts) {
      BatchNormalizationLayer layer = (BatchNormalizationLayer) part;
      all = layer.seen.map(all::with).orElse(all);
      layer.seen = Optional.empty();
    }
    if (all.count() == 0) {
      return;
    }
    double kept = layerConf().momentum();
    Moments before = running();
    for (int i = 0; i < before.mean().length; i++) {
      before.mean()[i] = kept * before.mean()[i] + (1 - kept) * all.mean()[i];
      before.variance()[i] = kept * before.variance()[i] + (1 - kept) * all.unbiased(i);
    }
    write(before.mean(), params.get(BatchNormalizationParameters.MEAN));
    write(before.variance(), params.get(BatchNormalizationParameters.VARIANCE));
  }

  @Override
  public double[] seen() {
    return seen.map(Moments::row).orElse(new double[0]);
  }

  @Override
  public void see(double[] row) {
    seen = row.length == 0 ? Optional.empty() : Optional.of(Moments.ofRow(row));
  }

  /** DL4J's own fit calls this after each update of the weights. */
  @Override
  public void applyConstraints(int iteration, int epoch) {
    super.applyConstraints(iteration, epoch);
    merge(List.of(this));
  }

  @Override
  public void clear() {
    super.clear();
    run = Optional.empty();
  }
}
