package org.unroll.core.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.PretrainedException.Key;

/**
 * The weights in a file of Keras. Kernels lie there as ours do: {@code [down, across, in,
 * filters]}, those of one channel each {@code [down, across, in, multiple]}. Keras flattens a
 * picture place after place, we channel after channel, so what reads a flattened picture is put in
 * another order.
 */
final class KerasWeights implements NetWeights {
  private static final String TOP = "model_weights/";

  private final Path path;
  private final Hdf5File file;
  private final Map<String, JsonNode> layers;

  /**
   * @param layers by name, {@code class_name} and {@code config}
   */
  KerasWeights(Path path, Map<String, JsonNode> layers) {
    this.path = path;
    this.file = new Hdf5File(path);
    this.layers = layers;
  }

  @Override
  public Map<String, INDArray> of(Piece piece, Extent input) {
    Map<String, INDArray> weights = new LinkedHashMap<>();
    if (piece.kind() instanceof LayerKind.Filters filters) {
      weights.put("W", kernel(piece, filters));
      if (filters.bias()) {
        weights.put("b", row(piece, "bias"));
      }
    } else if (piece.kind() instanceof LayerKind.Connection connection) {
      weights.put("W", ordered(read(piece, "kernel"), input));
      if (connection.bias()) {
        weights.put("b", row(piece, "bias"));
      }
    } else if (piece.kind() instanceof LayerKind.Normalisation) {
      weights.putAll(normalisation(piece, input));
    } else if (piece.kind() instanceof LayerKind.Scaling scaling) {
      weights.putAll(scaling(scaling, input.size().channels()));
    }
    return weights;
  }

  private INDArray kernel(Piece piece, LayerKind.Filters filters) {
    boolean separable =
        layers.get(piece.layer()).path("class_name").asText().equals("SeparableConv2D");
    if (filters.groups() != 0) {
      return read(piece, separable ? "pointwise_kernel" : "kernel");
    }
    INDArray each = read(piece, "depthwise_kernel"); // [down, across, in, multiple]
    return each.reshape('c', each.size(0), each.size(1), 1, each.size(2) * each.size(3));
  }

  private static Map<String, INDArray> scaling(LayerKind.Scaling scaling, int channels) {
    return Map.of(
        "gamma", constant(channels, scaling.factor()),
        "beta", constant(channels, scaling.summand()),
        "mean", constant(channels, 0),
        "var", constant(channels, 1));
  }

  /** Keras leaves out a scale of 1 and a shift of 0. */
  private Map<String, INDArray> normalisation(Piece piece, Extent input) {
    JsonNode config = layers.get(piece.layer()).path("config");
    int channels = input.size().channels();
    boolean scaled = config.path("scale").asBoolean(true);
    boolean centred = config.path("center").asBoolean(true);
    return Map.of(
        "gamma",
        scaled ? channels(piece, "gamma", input) : constant(channels, 1),
        "beta",
        centred ? channels(piece, "beta", input) : constant(channels, 0),
        "mean",
        channels(piece, "moving_mean", input),
        "var",
        channels(piece, "moving_variance", input));
  }

  private static INDArray constant(int channels, double value) {
    return Nd4j.valueArrayOf(new long[] {1, channels}, (float) value);
  }

  private INDArray channels(Piece piece, String name, Extent input) {
    INDArray row = row(piece, name);
    return ordered(row.reshape(row.length(), 1), input).reshape(1, row.length());
  }

  private INDArray row(Piece piece, String name) {
    INDArray values = read(piece, name);
    return values.reshape(1, values.length());
  }

  /**
   * @param rows {@code [h w c, n]} if the input was a picture
   * @return {@code [c h w, n]}
   */
  private static INDArray ordered(INDArray rows, Extent input) {
    if (input.flattened().isEmpty() || input.size().length() != rows.size(0)) {
      return rows;
    }
    PictureSize was = input.flattened().get();
    return rows.reshape('c', was.height(), was.width(), was.channels(), rows.size(1))
        .permute(2, 0, 1, 3)
        .dup('c')
        .reshape('c', rows.size(0), rows.size(1));
  }

  /** The array whose name is this one, with {@code :0} behind it or not. */
  private INDArray read(Piece piece, String name) {
    Map<String, String> arrays = file.arrays(TOP + piece.layer());
    String found = arrays.getOrDefault(name + ":0", arrays.get(name));
    if (found == null) {
      throw new PretrainedException(
          Key.FILE,
          "%s lacks the %s of layer '%s', it has %s; save the whole model with Keras 2: model.save(\"net.h5\")"
              .formatted(
                  path, name, piece.layer(), arrays.isEmpty() ? "nothing" : arrays.keySet()));
    }
    return file.array(found);
  }

  @Override
  public void close() {
    file.close();
  }
}
