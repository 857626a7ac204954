package org.unroll.apps.video;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.FrameOutcome;
import org.unroll.datasets.clip.NumberOutcome;
import org.unroll.datasets.recording.Recording;

/**
 * Labels recordings one by one, so that no two are held at once.
 *
 * @param net closed with it
 * @param firstFrame number that label files give the first frame
 * @param find a recording of pictures
 * @param outputs of the net for recordings
 */
record VideoPredictor(
    Net net,
    FrameOutcome outcome,
    int firstFrame,
    Function<String, Recording> find,
    BiFunction<Net, List<Recording>, float[][][]> outputs)
    implements Predictor<VideoInput, VideoPrediction> {

  @Override
  public List<VideoPrediction> predict(List<VideoInput> inputs) {
    List<VideoPrediction> predictions = new ArrayList<>();
    for (VideoInput input : inputs) {
      Recording recording = input.recording(find);
      float[][] said = outputs.apply(net, List.of(recording))[0]; // [frame][number]
      predictions.add(
          outcome instanceof ClassOutcome classes
              ? classes(recording, said, classes)
              : numbers(recording, said, (NumberOutcome) outcome));
    }
    return predictions;
  }

  private VideoPrediction classes(Recording recording, float[][] said, ClassOutcome outcome) {
    int[] best = ClassOutcome.mostProbable(said);
    List<String> labels = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (int frame = 0; frame < best.length; frame++) {
      labels.add(outcome.classes().names().get(best[frame]));
      probabilities.add((double) said[frame][best[frame]]);
    }
    return prediction(recording, labels, probabilities, Map.of());
  }

  private VideoPrediction numbers(Recording recording, float[][] said, NumberOutcome outcome) {
    double[][] rows = outcome.numbers(said);
    Map<String, List<Double>> byColumn = new LinkedHashMap<>();
    for (int column = 0; column < outcome.size(); column++) {
      List<Double> values = new ArrayList<>();
      for (double[] row : rows) {
        values.add(row[column]);
      }
      byColumn.put(outcome.scale().columns().get(column), values);
    }
    return prediction(recording, List.of(), List.of(), byColumn);
  }

  private VideoPrediction prediction(
      Recording recording,
      List<String> labels,
      List<Double> probabilities,
      Map<String, List<Double>> numbers) {
    FrameClock clock = FrameClock.of(recording, firstFrame);
    return new VideoPrediction(
        recording.name(),
        recording.rate(),
        clock.numbers(),
        clock.seconds(),
        labels,
        probabilities,
        numbers);
  }

  @Override
  public Optional<Sample> explained(VideoInput input, VideoPrediction answer) {
    List<String> classes =
        outcome instanceof ClassOutcome known ? known.classes().names() : List.of();
    return Optional.of(VideoSamples.of(input.recording(find), answer, classes));
  }

  @Override
  public void close() {
    net.close();
  }
}
