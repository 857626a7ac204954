package org.unroll.datasets.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.app.Net;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.video.FeatureFrames;

/** What nets say of windows, put together, beside what they say of whole recordings. */
class RecordingWindowsIT {
  private static final int[] LENGTHS = {1, 4, 9, 21, 57, 200};
  private static final String WHOLE = "{}";

  private record Section(GraphSpec graph, UpdaterConfig updater) {}

  private static FeatureInput input() {
    Random random = new Random(1);
    List<FeatureFrames> all = new ArrayList<>();
    for (int length : LENGTHS) {
      float[][] rows = new float[length][2];
      for (float[] row : rows) {
        row[0] = (float) random.nextGaussian();
        row[1] = (float) random.nextGaussian();
      }
      all.add(new FeatureFrames(List.of("x", "y"), rows));
    }
    return new FeatureInput(all, 2);
  }

  private static ComputationGraph graph(String layer) {
    String yaml =
        "graph: {memory: {%s, size: 5, input: features}, output: {layer: softmax, input: memory}}\n"
                .formatted(layer)
            + "updater: {adam: 0.01}";
    ConfigText text = new ConfigText("test.yaml", yaml);
    Section section = new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config();
    GraphPorts ports = new GraphPorts(Map.of("features", new Shape.Sequence(2)), 3);
    return GraphBuilder.build(section.graph(), ports, GraphOptions.of(7, section.updater()));
  }

  private static float[][][] outputs(Net net, String clip) {
    return new RecordingWindows(input(), Numbered.clip(clip)).outputs(net, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{window: 21, margin: 10}",
        "{window: 10, margin: 3}",
        "{window: 10, margin: 0}",
        "{window: 1, margin: 0}",
        "{window: 300, margin: 32}"
      })
  void aFrameWiseNetSaysTheSameOfEveryFrame(String clip) {
    try (Net net = new Net(graph("layer: dense, activation: tanh"))) {
      assertClose(outputs(net, clip), outputs(net, WHOLE), 1e-6);
    }
  }

  @Test
  void aNetWithMemorySaysNearlyTheSameIfMarginsAreWide() {
    try (Net net = new Net(graph("layer: lstm, bidirectional: true"))) {
      float[][][] whole = outputs(net, WHOLE);
      assertClose(outputs(net, "{window: 120, margin: 48}"), whole, 1e-3);
      assertThat(largest(outputs(net, "{window: 10, margin: 0}"), whole))
          .as("without margins, which this test must see")
          .isGreaterThan(1e-2);
    }
  }

  @Test
  void everyWindowIsAsLongAsItMayBeAndThereAreAsManyAsNeeded() {
    RecordingWindows windows =
        new RecordingWindows(input(), Numbered.clip("{window: 20, margin: 5}"));
    int all = 0;
    for (int n = 0; n < windows.size(); n++) {
      assertThat(windows.get(0, n).data().getFeatures(0).size(2)).isLessThanOrEqualTo(20);
      all += windows.get(0, n).examples().length;
    }
    // each window after the first adds ten frames: of 21 frames one more, of 57 four, of 200 18
    assertThat(all).isEqualTo(windows.examples()).isEqualTo(1 + 1 + 1 + 2 + 5 + 19);
  }

  private static void assertClose(float[][][] now, float[][][] whole, double most) {
    assertThat(Arrays.stream(now).mapToInt(rows -> rows.length)).containsExactly(boxed());
    assertThat(largest(now, whole)).isCloseTo(0, within(most));
    for (float[][] rows : now) {
      for (float[] row : rows) {
        assertThat(row[0] + row[1] + row[2])
            .as("every frame is answered")
            .isCloseTo(1, within(1e-5f));
      }
    }
  }

  private static Integer[] boxed() {
    return Arrays.stream(LENGTHS).boxed().toArray(Integer[]::new);
  }

  private static double largest(float[][][] now, float[][][] whole) {
    double largest = 0;
    for (int recording = 0; recording < now.length; recording++) {
      for (int frame = 0; frame < now[recording].length; frame++) {
        for (int i = 0; i < 3; i++) {
          float difference = now[recording][frame][i] - whole[recording][frame][i];
          largest = Math.max(largest, Math.abs(difference));
        }
      }
    }
    return largest;
  }
}
