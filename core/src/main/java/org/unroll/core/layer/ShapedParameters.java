package org.unroll.core.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a layer in DL4J's flat vector, one after the other, each in C order: all
 * follows from their names and shapes. Stateless.
 */
public abstract class ShapedParameters<L extends Layer> implements ParamInitializer {
  private final Class<L> kind;

  /**
   * @param kind the configuration that the parameters belong to
   */
  protected ShapedParameters(Class<L> kind) {
    this.kind = kind;
  }

  /** By name, in their order. */
  protected abstract Map<String, long[]> shapes(L layer);

  /** Those that a penalty keeps small; all others count as biases. */
  protected abstract List<String> weights();

  /** Sets new parameters. */
  protected abstract void start(L layer, Map<String, INDArray> parameters);

  /**
   * Sets new weights, as a matrix with a column for each output.
   *
   * @param in the fan-in
   * @param out the fan-out
   * @param weights {@code [..., outputs]}
   */
  protected static void start(IWeightInit way, double in, double out, INDArray weights) {
    long outputs = weights.size(-1);
    long[] matrix = {weights.length() / outputs, outputs};
    way.init(in, out, matrix, 'c', weights.reshape(weights.length()));
  }

  @Override
  public final long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public final long numParams(Layer layer) {
    return shapes(kind.cast(layer)).values().stream().mapToLong(ShapedParameters::length).sum();
  }

  private static long length(long[] shape) {
    return Arrays.stream(shape).reduce(1, (product, size) -> product * size);
  }

  @Override
  public final List<String> paramKeys(Layer layer) {
    return List.copyOf(shapes(kind.cast(layer)).keySet());
  }

  @Override
  public final List<String> weightKeys(Layer layer) {
    return weights();
  }

  @Override
  public final List<String> biasKeys(Layer layer) {
    List<String> keys = new ArrayList<>(paramKeys(layer));
    keys.removeAll(weights());
    return keys;
  }

  @Override
  public final boolean isWeightParam(Layer layer, String key) {
    return weights().contains(key);
  }

  @Override
  public final boolean isBiasParam(Layer layer, String key) {
    return biasKeys(layer).contains(key);
  }

  @Override
  public final Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    L layer = kind.cast(configuration.getLayer());
    Map<String, INDArray> parameters = views(layer, view);
    parameters.keySet().forEach(configuration::addVariable);
    if (initialise) {
      start(layer, parameters);
    }
    return parameters;
  }

  @Override
  public final Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    return views(kind.cast(configuration.getLayer()), view);
  }

  private Map<String, INDArray> views(L layer, INDArray view) {
    if (view.length() != numParams(layer)) {
      throw new IllegalStateException(
          "Expected %d parameters, got %d".formatted(numParams(layer), view.length()));
    }
    INDArray flat = view.reshape(view.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long begin = 0;
    for (Map.Entry<String, long[]> shape : shapes(layer).entrySet()) {
      long end = begin + length(shape.getValue());
      INDArray part = flat.get(NDArrayIndex.interval(begin, end));
      views.put(shape.getKey(), part.reshape('c', shape.getValue()));
      begin = end;
    }
    return views;
  }
}
