package org.unroll.core.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Question;
import org.unroll.core.engine.NativeMemory;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.ui.Answering.Asked;

/**
 * A trained net that many threads ask. One thread owns it; requests wait in a queue, and those that
 * wait together share a batch. An answer does not hang on who shares the batch, nor on what was
 * asked before: what is drawn by chance follows from the seed and from an input's place in its
 * request. A request that fails fails alone. Thread-safe.
 *
 * @param <I> what it is asked with, a JSON record
 * @param <O> what it answers with, a JSON record
 */
public final class SharedModel<I, O extends Prediction> implements AutoCloseable {
  private static final Executor COMMON_POOL = new CompletableFuture<Void>().defaultExecutor();

  private final OwnerThread owner;
  private final TrainedModel<I, O> model;
  private final Predictor<I, O> predictor;
  private final RequestQueue<I, O> queue;
  private final NativeMemory memory = new NativeMemory();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private int answeredPages; // by the owner
  private boolean closed;

  private SharedModel(OwnerThread owner, TrainedModel<I, O> model, Sharing sharing) {
    this.owner = owner;
    this.model = model;
    this.predictor = model.predictor();
    this.queue = new RequestQueue<>(sharing);
  }

  /**
   * Opens the best net of a run of any app on the class path; never connects to the network.
   *
   * @param run its directory
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   * @throws org.unroll.core.UserError if there is no run with a trained net, or it is damaged
   */
  public static SharedModel<?, ?> open(Path run, Sharing sharing, List<String> settings) {
    return open(run, sharing, settings, System.err::println);
  }

  /**
   * The same.
   *
   * @param notices told, on the thread of the net, what the user should know
   */
  public static SharedModel<?, ?> open(
      Path run, Sharing sharing, List<String> settings, Consumer<String> notices) {
    OwnerThread owner = new OwnerThread("net of " + run.getFileName());
    try {
      return owner.ask(
          () -> {
            RunDirectory directory = RunDirectory.open(run);
            return of(owner, Unroll.load(directory, notices, settings), sharing);
          });
    } catch (RuntimeException | Error e) {
      owner.end();
      throw e;
    }
  }

  private static <I, O extends Prediction> SharedModel<I, O> of(
      OwnerThread owner, TrainedModel<I, O> model, Sharing sharing) {
    return new SharedModel<>(owner, model, sharing);
  }

  /**
   * The same with its types known to the compiler.
   *
   * @throws org.unroll.core.UserError if it is asked with, or answers with, something else
   */
  @SuppressWarnings("unchecked") // checked by the model
  public <J, P extends Prediction> SharedModel<J, P> as(Class<J> inputs, Class<P> outputs) {
    model.as(inputs, outputs);
    return (SharedModel<J, P>) this;
  }

  /** What it is asked with. */
  public Class<I> inputType() {
    return model.task().inputType();
  }

  /** How people ask it. */
  public Question question() {
    return Unroll.app(model.run()).question();
  }

  /** What it answers with. */
  public Class<O> outputType() {
    return model.task().outputType();
  }

  /**
   * Waits for the answer to one input, and before for a place in the queue.
   *
   * @throws org.unroll.core.UserError if it cannot be answered
   * @throws RejectedExecutionException if the net is closed
   * @throws CancellationException if the waiting thread is interrupted
   */
  public O predict(I input) {
    return predict(List.of(input)).get(0);
  }

  /**
   * Waits for one answer for each input, in their order; one bad input fails all of the list.
   *
   * @throws org.unroll.core.UserError if one cannot be answered
   * @throws RejectedExecutionException if the net is closed
   * @throws CancellationException if the waiting thread is interrupted
   */
  public List<O> predict(List<I> inputs) {
    Request<I, O> request = new Request<>(inputs, Pieces.NONE);
    if (request.size() == 0) {
      return List.of();
    }
    try {
      queue.reserve();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a place in the queue");
    }
    add(request);
    return OwnerThread.await(request.answers());
  }

  /**
   * Asks and waits for nothing. Steps that depend on the answer run on the common pool, not on the
   * thread of the net; cancelling it keeps the question from being asked, if it was not yet.
   *
   * @throws QueueFull if it is
   * @throws RejectedExecutionException if the net is closed
   */
  public CompletableFuture<O> submit(I input) {
    CompletableFuture<List<O>> answers = submit(List.of(input), Pieces.NONE, COMMON_POOL);
    CompletableFuture<O> answer = answers.thenApply(each -> each.get(0));
    answer.whenComplete((value, fault) -> answers.cancel(false)); // no-op once answered
    return answer;
  }

  /**
   * The same for several inputs, and tells pieces of the answers as they are known.
   *
   * @param pieces told on threads of the net, which waits for it meanwhile
   * @param steps runs what depends on the answers; the common pool would start a thread for each on
   *     a machine of two cores or fewer
   */
  public CompletableFuture<List<O>> submit(List<I> inputs, Pieces pieces, Executor steps) {
    Request<I, O> request = new Request<>(inputs, pieces);
    if (!queue.tryReserve()) {
      throw new QueueFull(
          model.run().path() + " has as many questions waiting as it may: ask again later");
    }
    add(request);
    CompletableFuture<List<O>> answers =
        request.answers().thenApplyAsync(Function.identity(), steps);
    answers.whenComplete((value, fault) -> request.answers().cancel(false)); // no-op once answered
    return answers;
  }

  /** How many requests wait for their batch. */
  public int waiting() {
    return queue.waiting();
  }

  /** Batches that were answered so far. */
  public long batches() {
    return batches.get();
  }

  /** Inputs in those batches. */
  public long answered() {
    return answered.get();
  }

  /**
   * Answers one question as HTML, with what led to the answer.
   *
   * @throws org.unroll.core.UserError if it cannot be answered
   * @throws RejectedExecutionException if the net is closed
   */
  public String page(Asked asked) {
    return owner.ask(() -> AnsweredQuestion.of(model, asked, answeredPages++));
  }

  /**
   * All inputs of a file: a table of texts or series, a list of pictures, or the file of a picture
   * or recording itself.
   *
   * @throws org.unroll.core.UserError if it cannot be read
   */
  public List<I> read(Path file) {
    return reading(() -> model.inputs(file));
  }

  /**
   * The same of a file that somebody sent.
   *
   * @throws org.unroll.core.UserError if it cannot be read, or is of a kind that may name other
   *     files
   */
  public List<I> readSent(Path file) {
    return reading(() -> model.sentInputs(file));
  }

  /**
   * The same, also of rows that could not be read, in their order.
   *
   * @throws org.unroll.core.UserError if the file cannot be read
   */
  public List<AskedRow<I>> rows(Path file) {
    return reading(() -> model.task().rows(file));
  }

  private <T> T reading(Callable<T> read) {
    synchronized (this) {
      refuseIfClosed();
    }
    return owner.ask(read);
  }

  private synchronized void add(Request<I, O> request) {
    try {
      refuseIfClosed();
    } catch (RejectedExecutionException e) {
      queue.release();
      throw e;
    }
    queue.add(request);
    owner.later(this::answerNext); // as often as there are requests: none is left
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new RejectedExecutionException(
          "the net of " + model.run().path() + " is closed: load it again to ask it");
    }
  }

  private void answerNext() {
    List<Request<I, O>> wanted = new ArrayList<>(queue.next());
    wanted.removeIf(request -> request.answers().isDone()); // cancelled
    if (!wanted.isEmpty()) {
      answer(wanted);
      memory.afterStep();
    }
  }

  private void answer(List<Request<I, O>> requests) {
    List<I> inputs = new ArrayList<>();
    requests.forEach(request -> inputs.addAll(request.inputs()));
    try {
      List<O> answers = predictor.predict(inputs, places(requests), pieces(requests));
      batches.incrementAndGet();
      answered.addAndGet(inputs.size());
      int from = 0;
      for (Request<I, O> each : requests) {
        each.answers().complete(List.copyOf(answers.subList(from, from + each.size())));
        from += each.size();
      }
    } catch (RuntimeException | Error e) { // told to whoever waits: this thread serves the others
      if (requests.size() == 1) {
        requests.get(0).answers().completeExceptionally(e);
      } else {
        requests.forEach(request -> answer(List.of(request)));
      }
    }
  }

  /** Of each input in its request. */
  private static int[] places(List<? extends Request<?, ?>> requests) {
    return requests.stream().flatMapToInt(each -> IntStream.range(0, each.size())).toArray();
  }

  private static Pieces pieces(List<? extends Request<?, ?>> requests) {
    if (requests.stream().allMatch(each -> each.pieces().isEmpty())) {
      return Pieces.NONE;
    }
    int[] places = places(requests);
    List<Request<?, ?>> askers = new ArrayList<>(); // of each input
    for (Request<?, ?> each : requests) {
      each.pieces().ifPresent(Retelling::again);
      askers.addAll(Collections.nCopies(each.size(), each));
    }
    return (input, piece) ->
        askers.get(input).pieces().ifPresent(listener -> listener.take(places[input], piece));
  }

  /** Ends when all that waits is answered; later requests are refused. */
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        owner.later(predictor::close);
        owner.end();
      }
    }
    owner.awaitEnd();
  }
}
