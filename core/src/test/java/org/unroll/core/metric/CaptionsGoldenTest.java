package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against {@code captions-golden.py}, which has pycocoevalcap score the sentences it made. */
class CaptionsGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Offset<Double> EXACT = within(1e-9);

  private record Case(List<String> captions, List<List<String>> references, JsonNode scores) {
    List<List<String>> words() {
      return captions.stream().map(CaptionWords::of).toList();
    }

    List<References> counted() {
      List<References> counted = new ArrayList<>();
      for (List<String> each : references) {
        counted.add(new References(each.stream().map(CaptionWords::of).toList(), 4));
      }
      return counted;
    }

    double golden(String score, int at) {
      return scores.get(score).get(at).asDouble();
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = CaptionsGoldenTest.class.getResourceAsStream("captions-golden.json")) {
      for (JsonNode each : JSON.readTree(in)) {
        cases.add(
            new Case(
                JSON.convertValue(each.get("captions"), new TypeReference<>() {}),
                JSON.convertValue(each.get("references"), new TypeReference<>() {}),
                each.get("scores")));
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(30);
    return cases;
  }

  @Test
  void theMetricsAreThoseOfPycocoevalcap() throws IOException {
    for (Case each : cases()) {
      Evaluation evaluation = new CaptionScores(each.references, List.of()).evaluate(each.captions);
      for (int n = 1; n <= 4; n++) {
        assertThat(evaluation.metrics().get("bleu-" + n))
            .as("bleu-%d of %s", n, each)
            .isCloseTo(each.golden("bleu", n - 1), EXACT);
      }
      for (String score : List.of("cider", "rouge-l")) {
        assertThat(evaluation.metrics().get(score))
            .as("%s of %s", score, each)
            .isCloseTo(each.scores.get(score).asDouble(), EXACT);
      }
    }
  }

  @Test
  void eachImageScoresAsInPycocoevalcap() throws IOException {
    for (Case each : cases()) {
      double[] cider = new Cider(each.counted()).scores(each.words());
      double[] rouge = RougeL.scores(each.words(), each.counted());
      for (int image = 0; image < cider.length; image++) {
        assertThat(cider[image]).isCloseTo(each.golden("each-cider", image), EXACT);
        assertThat(rouge[image]).isCloseTo(each.golden("each-rouge-l", image), EXACT);
      }
    }
  }
}
