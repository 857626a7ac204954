package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Padded;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;

/**
 * Convolutions and softmax cross-entropy, on one batch of pictures of random numbers with random
 * labels, one a picture, or of frames, one a step.
 *
 * @param batch pictures, or sequences of frames
 * @param steps frames of a sequence; 1 for pictures
 * @param height of a picture or frame
 * @param width of a picture or frame
 */
public record PictureCase(Net net, int batch, int steps, int height, int width)
    implements LayerCase {
  /** Of what is read. */
  public static final int CHANNELS = 3;

  /** Classes of the output layer. */
  public static final int CLASSES = 10;

  /** Of the dense layer and of the LSTM in {@link Net#CONV_FRAMES_LSTM}. */
  public static final int UNITS = 128;

  /** What is built of 3 x 3 filters that leave the size as it is. */
  public enum Net {
    /** Convolution, ReLU and the maximum of 2 x 2, three times; the mean of each channel. */
    CONV(32, 64, 128),

    /** The same with batch normalisation before ReLU; the convolutions have no bias. */
    CONV_BATCH_NORM(32, 64, 128),

    /**
     * Convolution, ReLU and maximum twice, and a dense layer with ReLU make the features of each
     * frame, which an LSTM reads; a class for each frame (Donahue et al. 2015, LRCN).
     */
    CONV_FRAMES_LSTM(16, 32),

    /** A GRU of convolutions (Ballas et al. 2016) and the mean of each channel of each frame. */
    CONV_GRU(16);

    private final List<Integer> filters;

    Net(Integer... filters) {
      this.filters = List.of(filters);
    }

    /** Of each convolution, or of each gate. */
    public List<Integer> filters() {
      return filters;
    }

    /** Whether it reads sequences of frames. */
    public boolean readsFrames() {
      return this == CONV_FRAMES_LSTM || this == CONV_GRU;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** That which is compared. */
  static PictureCase of(Net net) {
    return switch (net) {
      case CONV, CONV_BATCH_NORM -> new PictureCase(net, 32, 1, 64, 64);
      case CONV_FRAMES_LSTM -> new PictureCase(net, 8, 16, 32, 64);
      case CONV_GRU -> new PictureCase(net, 8, 16, 32, 32);
    };
  }

  static List<PictureCase> all() {
    List<PictureCase> cases = new ArrayList<>();
    for (Net net : Net.values()) {
      cases.add(of(net));
    }
    return cases;
  }

  @Override
  public String name() {
    return net.text();
  }

  /** {@code 3x64x64 32-64-128 32}, and the steps of frames. */
  @Override
  public String shape() {
    String filters = net.filters.stream().map(String::valueOf).collect(Collectors.joining("-"));
    String inputs = CHANNELS + "x" + height + "x" + width;
    return inputs + " " + filters + " " + batch + (net.readsFrames() ? " " + steps : "");
  }

  @Override
  public Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("channels", CHANNELS);
    sizes.put("height", height);
    sizes.put("width", width);
    sizes.put("filters", net.filters);
    sizes.put("batch", batch);
    sizes.put("steps", steps);
    return sizes;
  }

  /** Of the last convolution, or of the state. */
  public int channels() {
    return net.filters.get(net.filters.size() - 1);
  }

  @Override
  public OptionalDouble forwardOperations() {
    double weights =
        switch (net) {
          case CONV, CONV_BATCH_NORM -> convolutions() + channels() * CLASSES;
          case CONV_FRAMES_LSTM -> {
            double features = (double) channels() * (height >> 2) * (width >> 2);
            yield convolutions() + UNITS * (features + 4 * 2 * UNITS + CLASSES);
          }
          case CONV_GRU -> {
            int gates = 3 * channels();
            yield 9.0 * (CHANNELS + channels()) * gates * height * width + channels() * CLASSES;
          }
        };
    return OptionalDouble.of(2 * weights * batch * steps);
  }

  /** Products of a weight and a number that the convolutions of a frame take. */
  private double convolutions() {
    double products = 0;
    int read = CHANNELS;
    for (int level = 0; level < net.filters.size(); level++) {
      int filters = net.filters.get(level);
      products += 9.0 * read * filters * (height >> level) * (width >> level);
      read = filters;
    }
    return products;
  }

  @Override
  public GraphSpec graph() {
    return GraphText.read(new PictureNodes(net).text());
  }

  @Override
  public GraphPorts ports() {
    Shape shape =
        net.readsFrames()
            ? new Shape.Frames(CHANNELS, height, width)
            : new Shape.Picture(CHANNELS, height, width);
    return new GraphPorts(Map.of("in", shape), CLASSES);
  }

  /**
   * Pictures {@code [b, c, h, w]} and class numbers {@code [b, 1]}, or frames {@code [b, c h w,
   * t]}, steps outermost in memory, and {@code [b, 1, t]}.
   */
  @Override
  public List<MultiDataSet> arrays() {
    Nd4j.getRandom().setSeed(SEED);
    int[] classes = new SplittableRandom(SEED).ints((long) batch * steps, 0, CLASSES).toArray();
    INDArray labels = Padded.labels(classes);
    if (!net.readsFrames()) {
      return List.of(new MultiDataSet(Nd4j.randn(batch, CHANNELS, height, width), labels));
    }
    long numbers = (long) CHANNELS * height * width;
    INDArray frames = Nd4j.randn(steps, batch, numbers).permute(1, 2, 0);
    return List.of(new MultiDataSet(frames, labels.reshape('c', batch, 1, steps)));
  }
}
