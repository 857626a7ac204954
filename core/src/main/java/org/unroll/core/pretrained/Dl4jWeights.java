package org.unroll.core.pretrained;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.pretrained.PretrainedException.Key;

/**
 * The weights in a file of DL4J, which knows where in its one vector each lies: the net is made as
 * it was. Filters lie there as {@code [filters, in, down, across]}, all else as ours.
 */
final class Dl4jWeights implements NetWeights {
  private final Path path;
  private final Map<String, Layer> layers;
  private final Runnable release;

  private Dl4jWeights(Path path, Map<String, Layer> layers, Runnable release) {
    this.path = path;
    this.layers = layers;
    this.release = release;
  }

  static Dl4jWeights open(Path path, boolean graph) {
    try {
      requireRoom(path);
      return graph
          ? of(path, ModelSerializer.restoreComputationGraph(path.toAbsolutePath().toFile(), false))
          : of(
              path,
              ModelSerializer.restoreMultiLayerNetwork(path.toAbsolutePath().toFile(), false));
    } catch (IOException | IllegalStateException e) {
      throw new PretrainedException(
          "%s: DL4J cannot read its weights (%s); the file may be cut off, copy it again"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static void requireRoom(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toAbsolutePath().toFile())) {
      ZipEntry weights = zip.getEntry(ModelSerializer.COEFFICIENTS_BIN);
      if (weights == null) {
        throw new PretrainedException(
            Key.FILE,
            "%s has no weights (%s); write it with ModelSerializer"
                .formatted(path, ModelSerializer.COEFFICIENTS_BIN));
      }
      long room = Pointer.maxPhysicalBytes() - Pointer.physicalBytes();
      if (Pointer.maxPhysicalBytes() > 0 && weights.getSize() > room) {
        throw new PretrainedException(
            Key.FILE,
            "%s: its weights take %,d MB, and there is room for %,d MB; allow more memory or cut the net where it was made"
                .formatted(path, weights.getSize() >> 20, room >> 20));
      }
    }
  }

  private static Dl4jWeights of(Path path, ComputationGraph net) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (Layer layer : net.getLayers()) {
      layers.put(layer.conf().getLayer().getLayerName(), layer);
    }
    return new Dl4jWeights(path, layers, net::close);
  }

  private static Dl4jWeights of(Path path, MultiLayerNetwork net) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (int i = 0; i < net.getnLayers(); i++) {
      String name = net.getLayer(i).conf().getLayer().getLayerName();
      layers.put(name == null ? "layer" + i : name, net.getLayer(i));
    }
    return new Dl4jWeights(path, layers, net::close);
  }

  @Override
  public Map<String, INDArray> of(Piece piece, Extent input) {
    if (!layers.containsKey(piece.layer())) {
      return Map.of(); // a vertex
    }
    Layer layer = layers.get(piece.layer());
    Map<String, INDArray> weights = new LinkedHashMap<>(layer.paramTable());
    if (Dl4jLayers.inner(layer.conf().getLayer()) instanceof ConvolutionLayer) {
      weights.computeIfPresent("W", (name, filters) -> filters.permute(2, 3, 1, 0));
    }
    if (piece.kind() instanceof LayerKind.Normalisation) {
      complete(weights, layer);
    }
    return weights;
  }

  /** DL4J may keep the logarithm of the deviation, and a scale and a shift that are fixed. */
  private static void complete(Map<String, INDArray> weights, Layer layer) {
    INDArray logarithm = weights.remove(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
    if (logarithm != null) {
      float[] numbers = Floats.read(logarithm);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) Math.pow(10, 2 * numbers[i]);
      }
      weights.put("var", Floats.array(numbers, 1, numbers.length));
    }
    if (Dl4jLayers.inner(layer.conf().getLayer()) instanceof BatchNormalization norm
        && norm.isLockGammaBeta()) {
      INDArray mean = weights.get("mean");
      weights.put("gamma", mean.dup().assign(norm.getGamma()));
      weights.put("beta", mean.dup().assign(norm.getBeta()));
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
