package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.unroll.core.graph.TinyGraphs.sgd;
import static org.unroll.core.graph.TinyGraphs.softmax;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.Map;
import java.util.OptionalInt;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;

/**
 * Under ND4J's oneDNN build convolutions really go to oneDNN: for arrays that do not please it ND4J
 * leaves it in silence, and takes ten times as long. In double precision it always does.
 */
class OneDnnTakenIT {
  private static final int REPEATS = 3;
  private static final int EXAMPLES = 4;
  private static final int STEPS = 5;

  private static final GraphPorts FRAMES =
      new GraphPorts(Map.of("pictures", new Shape.Frames(32, 24, 24)), TinyGraphs.CLASSES);

  private static final GraphSpec NET =
      spec(
          "conv", PictureCases.conv(64, Activation.RELU, "pictures"),
          "mean", PictureCases.globalPool(PoolTime.Kind.MEAN, "conv"),
          "output", softmax("mean"));

  @Test
  void masksAndChunksDoNotKeepItAway() {
    Nd4j.getExecutioner(); // loads the library
    assumeTrue(
        Loader.getLoadedLibraries().values().stream().anyMatch(path -> path.contains("onednn")),
        "not ND4J's oneDNN build");
    double generic = fastest(DataType.DOUBLE);
    assertThat(fastest(DataType.FLOAT)).isLessThan(generic / 3);
  }

  /** Of a gradient, in seconds. */
  private static double fastest(DataType type) {
    ComputationGraph graph =
        GraphBuilder.build(NET, FRAMES, new GraphOptions(7, sgd(0.1), OptionalInt.empty(), type));
    INDArray frames = Nd4j.rand(type, STEPS, EXAMPLES, 32 * 24 * 24).permute(1, 2, 0);
    INDArray labels = Nd4j.zeros(type, EXAMPLES, TinyGraphs.CLASSES, STEPS);
    labels.putScalar(0, 0, 0, 1);
    INDArray mask = Nd4j.ones(type, EXAMPLES, STEPS);
    mask.putScalar(1, STEPS - 1, 0);
    double fastest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPEATS; i++) {
      long begin = System.nanoTime();
      graph.setInputs(frames);
      graph.setLabels(labels);
      graph.setLayerMaskArrays(new INDArray[] {mask}, new INDArray[] {mask});
      graph.computeGradientAndScore();
      fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e9);
    }
    graph.close();
    return fastest;
  }
}
