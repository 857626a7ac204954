package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against {@code frames-golden.py}, which makes the same videos by the same formula. */
class FramesGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Bands BANDS = new Bands(List.of(-0.5, 0.25), List.of("low", "mid", "high"));

  private static JsonNode cases(String kind) throws IOException {
    try (InputStream in = FramesGoldenTest.class.getResourceAsStream("frames-golden.json")) {
      return JSON.readTree(in).get(kind);
    }
  }

  private static final class Draws {
    private long state;

    Draws(JsonNode example) {
      state = example.get("seed").asLong();
    }

    int below(int n) {
      state = (state * 1103515245 + 12345) % (1L << 31);
      return (int) ((state >> 16) % n);
    }
  }

  /** What is drawn for a case. */
  private record Videos(int[][] truth, int[][] predicted, double[][][] probabilities) {
    static Videos of(JsonNode example) {
      int videos = example.get("lengths").size();
      Videos drawn = new Videos(new int[videos][], new int[videos][], new double[videos][][]);
      Draws draws = new Draws(example);
      for (int video = 0; video < videos; video++) {
        drawn.draw(video, example, draws);
      }
      return drawn;
    }

    private void draw(int video, JsonNode example, Draws draws) {
      int length = example.get("lengths").get(video).asInt();
      int classes = example.get("classes").asInt();
      truth[video] = new int[length];
      predicted[video] = new int[length];
      probabilities[video] = new double[length][];
      int now = draws.below(classes);
      int wrong = -1;
      for (int frame = 0; frame < length; frame++) {
        if (draws.below(12) == 0) {
          now = draws.below(classes);
        }
        if (draws.below(6) == 0) {
          boolean errs = draws.below(100) < example.get("noise").asInt();
          wrong = errs ? draws.below(classes) : -1;
        }
        predicted[video][frame] = wrong < 0 ? now : wrong;
        truth[video][frame] = draws.below(100) < example.get("unlabelled").asInt() ? -1 : now;
        probabilities[video][frame] = row(classes, predicted[video][frame], draws);
      }
    }

    private static double[] row(int classes, int predicted, Draws draws) {
      double[] row = new double[classes];
      double sum = 0;
      for (int number = 0; number < classes; number++) {
        row[number] = 1 + draws.below(50) + (number == predicted ? 60 : 0);
        sum += row[number];
      }
      for (int number = 0; number < classes; number++) {
        row[number] /= sum;
      }
      return row;
    }
  }

  private static FrameClasses classes(JsonNode example) {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < example.get("classes").asInt(); number++) {
      names.add("c" + number);
    }
    int background = example.get("background").asInt();
    return new FrameClasses(
        names, background < 0 ? Optional.empty() : Optional.of(names.get(background)));
  }

  @Test
  void classesScoreAsInTheIndependentScript() throws IOException {
    JsonNode cases = cases("classes");
    assertThat(cases).hasSizeGreaterThanOrEqualTo(36);
    for (JsonNode example : cases) {
      Videos videos = Videos.of(example);
      Evaluation evaluation =
          FrameClassification.evaluate(videos.truth, videos.probabilities, classes(example));
      check(evaluation, example);
      Evaluation numbers =
          FrameClassification.evaluate(videos.truth, videos.predicted, classes(example));
      assertThat(evaluation.metrics()).containsAllEntriesOf(numbers.metrics());
    }
  }

  @Test
  void numbersScoreAsInTheIndependentScript() throws IOException {
    JsonNode cases = cases("numbers");
    assertThat(cases).hasSizeGreaterThanOrEqualTo(8);
    for (JsonNode example : cases) {
      int videos = example.get("lengths").size();
      int columns = example.get("columns").asInt();
      double[][][] truth = new double[videos][][];
      double[][][] predicted = new double[videos][][];
      Draws draws = new Draws(example);
      for (int video = 0; video < videos; video++) {
        int length = example.get("lengths").get(video).asInt();
        truth[video] = new double[length][columns];
        predicted[video] = new double[length][columns];
        for (int at = 0; at < length * columns; at++) {
          double value = draws.below(2001) / 1000.0 - 1;
          predicted[video][at / columns][at % columns] = value + (draws.below(401) - 200) / 1000.0;
          boolean missing = draws.below(100) < example.get("unlabelled").asInt();
          truth[video][at / columns][at % columns] = missing ? Double.NaN : value;
        }
      }
      check(
          columns == 1
              ? FrameNumbers.evaluate(truth, predicted, BANDS)
              : FrameNumbers.evaluate(truth, predicted, List.of("left", "right")),
          example);
    }
  }

  private static void check(Evaluation evaluation, JsonNode example) {
    List<String> keys = new ArrayList<>();
    example.get("scores").fieldNames().forEachRemaining(keys::add);
    assertThat(evaluation.metrics()).as(example.toString()).containsOnlyKeys(keys);
    for (String key : keys) {
      assertThat(evaluation.metrics().get(key))
          .as("%s of %s", key, example)
          .isCloseTo(example.get("scores").get(key).asDouble(), within(1e-9));
    }
  }
}
