package org.unroll.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.harness.Unroll;

/** Its questions are lines of a file, as the smallest app reads them without a look. */
@Timeout(60)
class SharedModelIT {
  private static final Sharing PATIENT =
      Sharing.DEFAULT.withInputs(8).withLongestWait(Duration.ofSeconds(30));

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    String[] command = {"tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", "" + run};
    assertThat(Unroll.run(command).exitCode()).isZero();
  }

  private static SharedModel<?, ?> open(Sharing sharing) {
    return SharedModel.open(run, sharing, List.of("threads=1"));
  }

  private static <I> List<I> questions(SharedModel<I, ?> model, String... lines) throws Exception {
    Path file = Files.createTempFile(folder, "questions", ".txt");
    return model.read(Files.write(file, List.of(lines)));
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    try (SharedModel<?, ?> model = open(Sharing.DEFAULT)) {
      assertManyThreadsGetTheAnswersOfOne(model);
    }
  }

  private <I, O extends Prediction> void assertManyThreadsGetTheAnswersOfOne(
      SharedModel<I, O> model) throws Exception {
    List<I> questions = questions(model, "0001", "0110", "1", "01010101", "1111", "000");
    List<O> alone = questions.stream().map(model::predict).toList();
    List<CompletableFuture<List<O>>> askers = new ArrayList<>();
    for (int asker = 0; asker < 4; asker++) {
      askers.add(
          CompletableFuture.supplyAsync(
              () -> questions.stream().map(model::predict).toList(),
              task -> new Thread(task).start()));
    }

    assertThat(model.predict(questions)).isEqualTo(alone);
    for (CompletableFuture<List<O>> each : askers) {
      assertThat(each.join()).isEqualTo(alone);
    }
    assertThat(model.predict(List.<I>of())).isEmpty();
  }

  @Test
  void aBadQuestionFailsAlone() throws Exception {
    try (SharedModel<?, ?> model = open(PATIENT)) {
      assertABadQuestionFailsAlone(model);
    }
  }

  /** The batch is full with the bad one, and asked at once. */
  private <I, O extends Prediction> void assertABadQuestionFailsAlone(SharedModel<I, O> model)
      throws Exception {
    List<I> questions = questions(model, "0", "1", "00", "never", "01", "10", "11", "000");
    List<CompletableFuture<O>> answers = questions.stream().map(model::submit).toList();

    for (int i = 0; i < answers.size(); i++) {
      if (i == 3) {
        assertThatThrownBy(answers.get(3)::join)
            .isInstanceOf(CompletionException.class)
            .hasRootCauseInstanceOf(RuntimeException.class);
      } else {
        assertThat(answers.get(i).join().toLines()).hasSize(1);
      }
    }
  }

  @Test
  void closingAnswersWhatWaitsAndRefusesTheRest() throws Exception {
    assertClosingAnswersWhatWaits(open(Sharing.DEFAULT.withInputs(1)));
  }

  private <I, O extends Prediction> void assertClosingAnswersWhatWaits(SharedModel<I, O> model)
      throws Exception {
    I question = questions(model, "0110").get(0);
    List<CompletableFuture<O>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(model.submit(question));
    }
    model.close();
    model.close();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.get(1, TimeUnit.SECONDS)).isNotNull());
    assertThatThrownBy(() -> model.predict(question))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContainingAll(run.toString(), "is closed");
    assertThatThrownBy(() -> model.submit(question)).isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> model.read(folder)).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aFullQueueRefusesWhoeverDoesNotWait() throws Exception {
    try (SharedModel<?, ?> model = open(PATIENT.withQueue(1))) {
      assertAFullQueueRefuses(model);
    }
  }

  /** What the owner takes up waits with it; some that come at once find no place. */
  private <I> void assertAFullQueueRefuses(SharedModel<I, ?> model) throws Exception {
    List<I> batch = questions(model, "0", "0", "0", "0", "0", "0", "0", "0");
    I question = batch.get(0);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                model.submit(question);
              }
            })
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("ask again later");
    assertThat(model.predict(batch)).hasSize(8);
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() throws Exception {
    try (SharedModel<?, ?> model = open(PATIENT.withLongestWait(Duration.ofSeconds(1)))) {
      assertInterrupted(model);
    }
  }

  private <I> void assertInterrupted(SharedModel<I, ?> model) throws Exception {
    I question = questions(model, "0110").get(0);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> model.predict(question)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("told on").isTrue();
    assertThat(model.predict(question)).isNotNull();
  }

  @Test
  void whatFollowsAnAnswerMayAskAgainAndClose() throws Exception {
    assertFollows(open(Sharing.DEFAULT));
  }

  private <I> void assertFollows(SharedModel<I, ?> model) throws Exception {
    I question = questions(model, "0110").get(0);

    CompletableFuture<?> second =
        model.submit(question).thenApply(first -> model.predict(question));
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(model.predict(question));
    model.submit(question).thenRun(model::close).get(10, TimeUnit.SECONDS);
  }

  @Test
  void aRunThatCannotBeOpenedIsAMessage() {
    assertThatThrownBy(() -> SharedModel.open(folder.resolve("none"), Sharing.DEFAULT, List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no run at");
    assertThatThrownBy(() -> new Sharing(0, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    try (SharedModel<?, ?> model = open(Sharing.DEFAULT)) {
      assertThatThrownBy(() -> model.as(String.class, Prediction.class))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("not with String");
    }
  }
}
