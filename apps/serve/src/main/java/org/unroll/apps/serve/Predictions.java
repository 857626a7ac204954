package org.unroll.apps.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.unroll.core.UserError;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Prediction;
import org.unroll.core.model.SharedModel;
import org.unroll.core.run.SentFile;

/**
 * Asks nets what requests ask, and writes the answers. Thread-safe.
 *
 * @param threads where files are read and answers written
 * @param readers that may wait for a net to read theirs
 */
record Predictions(ServedRuns runs, ServiceLimits limits, Executor threads, Semaphore readers) {
  private static final int READERS = 32; // each keeps a thread

  Predictions(ServedRuns runs, ServiceLimits limits, Executor threads) {
    this(runs, limits, threads, new Semaphore(READERS));
  }

  /**
   * @param json inputs
   * @param pieces told those of the answers that come piece by piece
   * @return an {@link Answered} as JSON
   */
  CompletableFuture<String> answer(ServedRun run, byte[] json, Pieces pieces) {
    return runs.ask(run, now -> answer(now, now.model(), json, pieces));
  }

  private <I, O extends Prediction> CompletableFuture<String> answer(
      ServedRun run, SharedModel<I, O> model, byte[] json, Pieces pieces) {
    return answer(run, model, new JsonInputs(limits).read(json, model.inputType()), pieces);
  }

  private <I, O extends Prediction> CompletableFuture<String> answer(
      ServedRun run, SharedModel<I, O> model, List<I> inputs, Pieces pieces) {
    CompletableFuture<List<O>> asked = inTime(model.submit(inputs, pieces, threads));
    CompletableFuture<String> written =
        asked.thenApply(
            answers -> AnswerJson.write(new Answered<>(run.name(), run.version(), answers)));
    written.whenComplete((json, fault) -> asked.cancel(false)); // who asked may have gone
    return written;
  }

  private <T> CompletableFuture<T> inTime(CompletableFuture<T> answer) {
    return answer.orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The same of files, which are closed when they are answered. */
  CompletableFuture<String> answer(ServedRun run, SentFiles files) {
    return runs.ask(run, now -> answer(now, now.model(), files))
        .handle(
            (answer, fault) -> {
              files.close();
              if (fault == null) {
                return CompletableFuture.completedFuture(files.named(answer));
              }
              Throwable reason = Faults.reason(fault);
              return CompletableFuture.<String>failedFuture(
                  reason.getClass() == UserError.class
                      ? new UserError(files.named(reason.getMessage()), reason)
                      : reason);
            })
        .thenCompose(answer -> answer);
  }

  private <I, O extends Prediction> CompletableFuture<String> answer(
      ServedRun run, SharedModel<I, O> model, SentFiles files) {
    if (!readers.tryAcquire()) {
      throw Refusal.of(503, "too many files wait to be read: try again later");
    }
    return inTime(CompletableFuture.supplyAsync(() -> inputs(model, files), threads))
        .thenCompose(inputs -> answer(run, model, inputs, Pieces.NONE));
  }

  private <I> List<I> inputs(SharedModel<I, ?> model, SentFiles files) {
    List<I> inputs = new ArrayList<>();
    try {
      for (SentFile file : files.files()) {
        inputs.addAll(model.readSent(file.path()));
      }
    } finally {
      readers.release();
    }
    if (inputs.isEmpty() || inputs.size() > limits.inputs()) {
      throw Refusal.of(
          422,
          "%,d inputs in what was sent; expected between 1 and %,d"
              .formatted(inputs.size(), limits.inputs()));
    }
    return inputs;
  }
}
