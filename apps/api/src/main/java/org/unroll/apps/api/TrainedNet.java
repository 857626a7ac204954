package org.unroll.apps.api;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.model.SharedModel;

/**
 * The best net of a run, which any number of threads may ask; those that wait together share a
 * batch, and no answer hangs on who does. It needs none of the data it was trained on. Thread-safe.
 * Closing it gives back its memory.
 *
 * <p>What cannot be answered is a {@link UserError}, whose message is for people; a net that is
 * closed refuses with {@link java.util.concurrent.RejectedExecutionException}, whoever is
 * interrupted while it waits gets a {@link java.util.concurrent.CancellationException}.
 *
 * @param <I> what it is asked with
 * @param <O> what it answers with
 */
public abstract sealed class TrainedNet<I, O extends Prediction> implements AutoCloseable
    permits TextNet, Forecaster, FrameLabeller, Captioner {
  private final SharedModel<I, O> model;

  TrainedNet(SharedModel<I, O> model) {
    this.model = model;
  }

  /** Waits for the answer to one input. */
  public O predict(I input) {
    return model.predict(input);
  }

  /** Waits for one answer for each input, in their order; one bad input fails all of them. */
  public List<O> predict(List<I> inputs) {
    return model.predict(inputs);
  }

  /**
   * Asks and does not wait; what is to follow the answer runs on the common pool.
   *
   * @throws java.util.concurrent.RejectedExecutionException if too many questions wait
   */
  public CompletableFuture<O> submit(I input) {
    return model.submit(input);
  }

  /**
   * Answers to all inputs of a file, as {@code predict --in} reads it: a table of texts or series,
   * a list of pictures, or a picture or recording itself.
   */
  public List<O> predictFile(Path file) {
    return model.predict(model.read(file));
  }

  /** The answer to the only input of a file. */
  O predictOnly(Path file) {
    List<I> inputs = model.read(file);
    if (inputs.size() != 1) {
      throw new UserError(
          "%s holds %,d inputs, expected one: predictFile answers to all of them"
              .formatted(file, inputs.size()));
    }
    return model.predict(inputs.get(0));
  }

  /** Ends when all that waits is answered. */
  @Override
  public void close() {
    model.close();
  }
}
