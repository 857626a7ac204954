package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.DataAccess;
import org.unroll.core.decode.StepModel;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.core.harness.Unroll;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;

/** The slides' first example: "hello", three units; by hand and by the graph. */
class CharlmHelloIT {
  private static final String HELLO = "helo"; // the alphabet, in the order of its numbers

  @TempDir private Path folder;

  /** h' = tanh(x W + h R + b), p = softmax(h' V + c), where x picks a row of W. */
  private static double[] byHand(Map<String, INDArray> weights, int read, double[] state) {
    double[] next = new double[state.length];
    for (int unit = 0; unit < next.length; unit++) {
      double sum =
          weights.get("hidden_W").getDouble(read, unit) + weights.get("hidden_b").getDouble(unit);
      for (int from = 0; from < state.length; from++) {
        sum += state[from] * weights.get("hidden_RW").getDouble(from, unit);
      }
      next[unit] = Math.tanh(sum);
    }
    return next;
  }

  private static double[] probabilities(Map<String, INDArray> weights, double[] state) {
    double[] probabilities = new double[HELLO.length()];
    double total = 0;
    for (int symbol = 0; symbol < probabilities.length; symbol++) {
      double sum = weights.get("output_b").getDouble(symbol);
      for (int unit = 0; unit < state.length; unit++) {
        sum += state[unit] * weights.get("output_W").getDouble(unit, symbol);
      }
      probabilities[symbol] = Math.exp(sum);
      total += probabilities[symbol];
    }
    for (int symbol = 0; symbol < probabilities.length; symbol++) {
      probabilities[symbol] /= total;
    }
    return probabilities;
  }

  @Test
  void theForwardPassByHandIsThatOfTheGraphAndHelloIsLearnt() {
    Path run = folder.resolve("run");
    Unroll trained =
        Unroll.run(
            "charlm",
            "train",
            "--no-ui",
            "-c",
            "../../configs/charlm-hello.yaml",
            "--run-dir",
            run.toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out())
        .contains("hidden_RW", "read  hidden 0  hidden 1  hidden 2  p(h)  p(e)  p(l)  p(o)");

    DataAccess access = new DataAccess(true, notice -> {});
    RunDirectory directory = RunDirectory.open("charlm", run.toString());
    try (TrainedModel<?, ?> model =
            TrainedModel.open(new CharlmApp(), directory, access, List.of());
        TokenSteps steps = model.net().tokenSteps(CharlmApp.SYMBOLS, HELLO.length())) {
      Map<String, INDArray> weights = model.net().graph().paramTable();
      StepState state = steps.start(1);
      double[] hidden = new double[3];
      for (int t = 0; t + 1 < "hello".length(); t++) {
        int read = HELLO.indexOf("hello".charAt(t));
        StepModel.Step<StepState> step = steps.step(state, new int[] {read});
        state = step.state();
        hidden = byHand(weights, read, hidden);
        double[] expected = probabilities(weights, hidden);
        for (int symbol = 0; symbol < expected.length; symbol++) {
          assertThat((double) step.probabilities()[0][symbol])
              .isCloseTo(expected[symbol], within(1e-5));
        }
        int next = HELLO.indexOf("hello".charAt(t + 1));
        assertThat(expected[next]).isGreaterThan(0.9);
      }
    }
    Unroll written = Unroll.run("charlm", "predict", "--run", run.toString(), "h");
    assertThat(written.out()).startsWith("hello");
  }
}
