package org.unroll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;

class UnrollIT {
  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    String[] command = {"tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", "" + run};
    assertThat(org.unroll.core.harness.Unroll.run(command).exitCode()).isZero();
  }

  @Test
  void aRunIsAskedByItsDirectoryAlone() {
    try (TrainedModel<?, ?> model = Unroll.load(run)) {
      assertThat(answers(model, "0001")).isEqualTo(answers(model, "0001")).hasSize(1);
    }
  }

  private static <I> List<?> answers(TrainedModel<I, ?> model, String text) {
    return model.predictor().predict(List.of(model.task().parse(text)));
  }

  @Test
  void whatItIsNotAskedWithIsRefused() {
    try (TrainedModel<?, ?> model = Unroll.load(run)) {
      Class<?> inputs = model.task().inputType();
      Class<?> outputs = model.task().outputType();

      assertThat(typed(model, inputs, model.task().outputType())).isSameAs(model);
      assertThatThrownBy(() -> typed(model, Integer.class, model.task().outputType()))
          .isInstanceOf(UserError.class)
          .hasMessageContainingAll(inputs.getSimpleName(), outputs.getSimpleName(), "Integer");
    }
  }

  private static <P extends Prediction> TrainedModel<?, ?> typed(
      TrainedModel<?, ?> model, Class<?> inputs, Class<P> outputs) {
    return model.as(inputs, outputs);
  }

  @Test
  void anotherThreadIsRefused() throws InterruptedException {
    try (TrainedModel<?, ?> model = Unroll.load(run)) {
      Throwable[] thrown = new Throwable[1];
      Thread other =
          new Thread(
              () -> {
                try {
                  model.net().steps(Set.of("steps"));
                } catch (IllegalStateException e) {
                  thrown[0] = e;
                }
              });
      other.start();
      other.join();

      assertThat(thrown[0]).hasMessageContaining(Thread.currentThread().getName());
    }
  }

  @Test
  void aRunOfAnotherAppIsToldByName() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("config.yaml"), "app: unknown\n");

    assertThatThrownBy(() -> Unroll.load(other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'unknown', is not on the class path");
    assertThatThrownBy(() -> Unroll.load(folder.resolve("nothing")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no run at");
  }

  @Test
  void aSplitAndAFileAreNotScoredAtOnce() {
    String[] both = {"tiny", "evaluate", "--run", "" + run, "--split", "test", "--data", "x.csv"};
    var refused = org.unroll.core.harness.Unroll.run(both);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--split and --data");
  }
}
