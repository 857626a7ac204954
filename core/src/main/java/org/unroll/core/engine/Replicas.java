package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph and copies of it that share its one vector of parameters, each with a thread of its own:
 * the graph itself has the thread of the caller, and oneDNN's primitives are made on the thread
 * that runs them. Copies are made when they are first asked for. To be used by one thread.
 */
public final class Replicas implements AutoCloseable {
  private final Threads threads;
  private final List<ComputationGraph> graphs = new ArrayList<>();
  private final List<ExecutorService> workers = new ArrayList<>(); // of all but the first graph

  /**
   * @param graph closed with the replicas
   */
  public Replicas(ComputationGraph graph, Threads threads) {
    this.threads = threads;
    graphs.add(graph);
  }

  /** What is done with each graph, on its thread. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @param number of the graph, from 0
     */
    T on(ComputationGraph graph, int number);
  }

  /** Graphs there can be at most. */
  public int count() {
    return threads.parts();
  }

  /** The one that was given. */
  public ComputationGraph graph() {
    return graphs.get(0);
  }

  /** The first of them. */
  List<ComputationGraph> graphs(int count) {
    grow(count);
    return List.copyOf(graphs.subList(0, count));
  }

  /**
   * Does the work on the first graphs at the same time, and waits for all of them, also where one
   * fails.
   *
   * @param count of graphs, from 1 to {@link #count()}
   * @return the results in the order of the graphs
   * @throws RuntimeException what the work threw on the first graph where it failed
   */
  public <T> List<T> run(int count, Work<T> work) {
    grow(count);
    List<CompletableFuture<T>> running = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int number = i;
      running.add(
          CompletableFuture.supplyAsync(
              () -> work.on(graphs.get(number), number), workers.get(number - 1)));
    }
    running.add(0, CompletableFuture.supplyAsync(() -> work.on(graph(), 0), Runnable::run));
    return results(running);
  }

  private static <T> List<T> results(List<CompletableFuture<T>> running) {
    List<T> results = new ArrayList<>();
    Throwable failure = null;
    for (CompletableFuture<T> each : running) {
      try {
        results.add(each.join()); // is not interrupted: nobody may touch the graphs before the end
      } catch (CompletionException e) {
        failure = failure == null ? e.getCause() : failure;
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure; // the work declares none that are checked
    }
    return results;
  }

  private void grow(int count) {
    while (graphs.size() < count) {
      graphs.add(copy(graph()));
      String name = "part-" + graphs.size();
      workers.add(
          Executors.newSingleThreadExecutor(
              work -> {
                Thread thread = new Thread(() -> begin(work), name);
                thread.setDaemon(true);
                return thread;
              }));
    }
  }

  private void begin(Runnable work) {
    Backend.useThreadsHere(threads.each());
    work.run();
  }

  /** By way of JSON, as a saved one, since DL4J keeps masks of dropout in the configuration. */
  private static ComputationGraph copy(ComputationGraph graph) {
    String json = graph.getConfiguration().toJson();
    ComputationGraph copy = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
    copy.init(graph.params(), false); // takes the array as it is
    return copy;
  }

  @Override
  public void close() {
    if (graphs.size() > 1) {
      run(
          graphs.size(),
          (graph, number) -> {
            if (number > 0) {
              release(graph);
            }
            return number;
          });
    }
    workers.forEach(ExecutorService::shutdown);
    workers.clear();
    graph().close();
  }

  /** All but the parameters, which are another's. */
  private static void release(ComputationGraph copy) {
    for (Layer layer : copy.getLayers()) {
      layer.close();
    }
    INDArray gradient = copy.getFlattenedGradients();
    if (gradient != null) {
      gradient.close();
    }
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
