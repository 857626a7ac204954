package org.unroll.core.layer;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterUpdate.UpdateOp;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Rows;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link TokenEmbedding} at work. Owned by the graph's thread. */
public final class TokenEmbeddingLayer extends ShapedLayer<TokenEmbedding> implements Dropping {
  private static final long serialVersionUID = 1;
  private static final int[] DIMENSION = {1}; // along which a row lies

  /** Whether a head that shares the vectors has begun their gradient in this backward pass. */
  private transient boolean begun;

  private transient boolean dropsNothing;

  /** The word numbers of the last forward pass, of which training drops some. */
  private transient int[] read = {};

  private transient Optional<RowGradient> gradient = Optional.empty();

  TokenEmbeddingLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  /** {@code [words, n]}. */
  public INDArray vectors() {
    return params.get(EmbeddingParameters.VECTORS);
  }

  /**
   * For a head that shares the vectors. Its backward pass comes before this layer's, which adds.
   *
   * @return {@code [words, n]}, to be overwritten with the head's part
   */
  public INDArray beginGradient() {
    begun = true;
    rowGradient().writeAll();
    return rowGradient().array();
  }

  /** The gradient of the vectors, once there is one. */
  public RowGradient rowGradient() {
    INDArray view = gradientViews.get(EmbeddingParameters.VECTORS);
    if (gradient.isEmpty() || gradient.get().array() != view) {
      gradient = Optional.of(new RowGradient(view));
    }
    return gradient.get();
  }

  @Override
  public void dropNothing() {
    dropsNothing = true;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray vectors = vectors(); // [words, n]
    int[] words = training && !dropsNothing ? kept(words()) : words();
    read = words;
    INDArray rows = // [t b, n]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATIONS, dataType, words.length, vectors.size(1));
    if (Floats.areIn(rows)) {
      gather(vectors, words, rows);
    } else {
      Rows.pull(vectors, rows, words);
      clearMasked(rows);
    }
    long batch = input.size(0);
    return TimeMajor.sequences(rows.reshape('c', words.length / batch, batch, vectors.size(1)));
  }

  /** The word numbers in time-major order. */
  private int[] words() {
    INDArray numbers = input.rank() == 3 ? input.reshape(input.size(0), input.size(2)) : input;
    return numbers.transpose().dup('c').reshape(numbers.length()).toIntVector();
  }

  /** Draws as dropout does, from the random numbers of this thread. */
  private int[] kept(int[] words) {
    double share = layerConf().wordDropout();
    if (share == 0) {
      return words;
    }
    SplittableRandom random = new SplittableRandom(Nd4j.getRandom().nextLong());
    int[] kept = words.clone();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < share ? layerConf().unknown() : words[i];
    }
    return kept;
  }

  private INDArray clearMasked(INDArray rows) {
    if (maskArray != null) {
      TimeMajor.clearMasked(rows, maskArray);
    }
    return rows;
  }

  /** Whether each word counts, in their order. */
  private IntPredicate counted(int words) {
    int batch = (int) input.size(0);
    StepMask mask = StepMask.of(Optional.ofNullable(maskArray), batch, words / batch);
    return i -> mask.counts(i % batch, i / batch);
  }

  private void gather(INDArray vectors, int[] words, INDArray rows) {
    Rows source = new Rows(vectors);
    Rows target = new Rows(rows);
    IntPredicate counted = counted(words.length);
    for (int i = 0; i < words.length; i++) {
      if (counted.test(i)) {
        target.copy(i, source, words[i]);
      } else {
        target.clear(i);
      }
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray gradient = rowGradient().array(); // [words, n]
    int[] words = read; // the same are dropped
    INDArray rows = // [t b, n]
        TimeMajor.steps(workspaces, ArrayType.BP_WORKING_MEM, epsilon.castTo(dataType))
            .reshape('c', words.length, gradient.size(1));
    if (!begun) {
      rowGradient().addTo(words);
    }
    begun = false;
    if (Floats.areIn(rows)) {
      scatter(rows, words, gradient);
    } else {
      add(clearMasked(rows.dup('c')), words, gradient);
    }
    Gradient all = new DefaultGradient();
    all.setGradientFor(EmbeddingParameters.VECTORS, gradient, 'c');
    // nothing is below word numbers; but DL4J adds up what all readers of an input give
    return new Pair<>(
        all, workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c'));
  }

  @SuppressWarnings("deprecation") // what shall replace it, scatter_add, copies the whole matrix
  private static void add(INDArray rows, int[] words, INDArray gradient) {
    INDArray numbers = Nd4j.createFromArray(words);
    Nd4j.getExecutioner().scatterUpdate(UpdateOp.ADD, gradient, numbers, rows, DIMENSION);
  }

  private void scatter(INDArray rows, int[] words, INDArray gradient) {
    FloatBuffer source = Floats.of(rows);
    FloatBuffer target = Floats.of(gradient);
    IntPredicate counted = counted(words.length);
    int size = (int) gradient.size(1);
    float[] row = new float[size];
    float[] sum = new float[size];
    for (int i = 0; i < words.length; i++) {
      if (counted.test(i)) {
        source.get(i * size, row);
        target.get(words[i] * size, sum);
        for (int j = 0; j < size; j++) {
          sum[j] += row[j];
        }
        target.put(words[i] * size, sum);
      }
    }
  }
}
