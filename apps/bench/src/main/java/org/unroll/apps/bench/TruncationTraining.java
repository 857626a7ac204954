package org.unroll.apps.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.Json;
import org.unroll.core.app.Net;
import org.unroll.core.config.Device;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Prefetch;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.ClipBatches;
import org.unroll.datasets.clip.FeatureInput;
import org.unroll.datasets.clip.FrameTargets;
import org.unroll.datasets.clip.RecordingWindows;
import org.unroll.datasets.image.AugmentConfig;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.video.FeatureFrames;

/**
 * One contender: an LSTM that labels every frame, trained as the app {@code video} trains on whole
 * recordings of features: its batches with their masks, prefetched, and the steps of our engine.
 */
final class TruncationTraining {
  private static final double RATE = 0.01;
  private static final double CLIP_NORM = 1;

  private final TruncationContender contender;
  private final TruncationCase of;

  private TruncationTraining(TruncationContender contender, TruncationCase of) {
    this.contender = contender;
    this.of = of;
  }

  /**
   * In a JVM of its own, whose memory is that of one contender; its last line is the result.
   *
   * @param arguments the contender, then those of {@link TruncationCase#arguments}
   */
  public static void main(String... arguments) throws JsonProcessingException {
    TruncationContender contender = TruncationContender.valueOf(arguments[0]);
    TruncationCase of = TruncationCase.of(List.of(arguments).subList(1, arguments.length));
    Backend.prepare(Device.AUTO, OptionalInt.of(1));
    TruncationResult result = new TruncationTraining(contender, of).run();
    System.out.println(Json.MAPPER.writeValueAsString(result));
  }

  private TruncationResult run() {
    OptionalDouble none = OptionalDouble.empty();
    UpdaterConfig adam = new UpdaterConfig(none, OptionalDouble.of(RATE), none, none);
    GraphOptions options = new GraphOptions(of.seed(), adam, contender.tbptt(of), DataType.FLOAT);
    String nodes =
        """
        memory: {layer: lstm, size: %d, input: %s}
        output: {layer: softmax, input: memory}
        """
            .formatted(of.size(), FeatureInput.NAME);
    Shape frames = new Shape.Sequence(LastPulse.KINDS);
    GraphPorts ports = new GraphPorts(Map.of(FeatureInput.NAME, frames), LastPulse.KINDS);
    try (Net net = new Net(GraphBuilder.build(GraphText.read(nodes), ports, options));
        PeakMemory memory = new PeakMemory()) {
      double seconds = train(net);
      long peak = memory.bytes();
      return new TruncationResult(accuracy(net), peak, seconds);
    }
  }

  private double train(Net net) {
    Engine engine = Engine.local(net.replicas(), OptionalDouble.of(CLIP_NORM));
    Batches batches = batches(of.training());
    long began = System.nanoTime();
    for (int epoch = 0; epoch < of.epochs(); epoch++) {
      try (Prefetch prefetch = new Prefetch(batches, epoch, 0)) {
        while (prefetch.hasNext()) {
          try (Batch batch = prefetch.next()) {
            engine.step(batch);
          }
        }
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private Batches batches(List<LastPulse> sequences) {
    float[][][] labels = new float[sequences.size()][][];
    for (int i = 0; i < labels.length; i++) {
      int[] kinds = sequences.get(i).kinds();
      labels[i] = new float[kinds.length][];
      Arrays.setAll(labels[i], frame -> new float[] {kinds[frame]});
    }
    return new ClipBatches(
        input(sequences),
        new FrameTargets(labels, labels),
        contender.clip(of),
        new Augmentation(AugmentConfig.NONE, of.seed()),
        of.batch());
  }

  private static FeatureInput input(List<LastPulse> sequences) {
    List<String> names = List.of("a", "b", "c", "d");
    return new FeatureInput(
        sequences.stream().map(each -> new FeatureFrames(names, each.frames())).toList(),
        LastPulse.KINDS);
  }

  private double accuracy(Net net) {
    List<LastPulse> test = of.test();
    RecordingWindows windows = new RecordingWindows(input(test), contender.clip(of));
    float[][][] outputs = windows.outputs(net, LastPulse.KINDS);
    long right = 0;
    for (int i = 0; i < outputs.length; i++) {
      int[] said = ClassOutcome.mostProbable(outputs[i]);
      for (int frame = 0; frame < said.length; frame++) {
        right += said[frame] == test.get(i).kinds()[frame] ? 1 : 0;
      }
    }
    return (double) right / ((long) of.batch() * of.frames());
  }
}
