package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
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
  private final List<Worker> workers = new ArrayList<>(); // of all but the first graph

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

  /** The one that was given, or took its place. */
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
    List<Worker.Task<T>> tasks = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int number = i;
      tasks.add(workers.get(i - 1).begin(() -> work.on(graphs.get(number), number)));
    }
    Worker.Task<T> own = new Worker.Task<>(() -> work.on(graph(), 0));
    own.run();
    tasks.add(0, own);
    tasks.forEach(Worker.Task::await);
    return results(tasks);
  }

  private static <T> List<T> results(List<Worker.Task<T>> tasks) {
    List<T> results = new ArrayList<>();
    for (Worker.Task<T> task : tasks) {
      if (task.failure() instanceof Error error) {
        throw error;
      }
      if (task.failure() != null) {
        throw (RuntimeException) task.failure(); // the work declares none that are checked
      }
      results.add(task.result());
    }
    return results;
  }

  private void grow(int count) {
    while (graphs.size() < count) {
      graphs.add(copy(graph()));
      workers.add(
          new Worker("part-" + graphs.size(), () -> Backend.useThreadsHere(threads.each())));
    }
  }

  /** By way of JSON, as a saved one, since DL4J keeps masks of dropout in the configuration. */
  private static ComputationGraph copy(ComputationGraph graph) {
    String json = graph.getConfiguration().toJson();
    ComputationGraph copy = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
    copy.init(graph.params(), false); // takes the array as it is
    return copy;
  }

  /**
   * Goes on with another graph that has the parameters of the one that was given; copies are made
   * anew.
   */
  void replace(ComputationGraph other) {
    dropCopies();
    release(graphs.set(0, other));
  }

  @Override
  public void close() {
    dropCopies();
    graph().close();
  }

  private void dropCopies() {
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
    workers.forEach(Worker::close);
    workers.clear();
    graphs.subList(1, graphs.size()).clear();
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
    MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
    // One by one: at once, Java's whole heap is collected too, which the graph's own end does.
    manager.getAllWorkspacesForCurrentThread().forEach(manager::destroyWorkspace);
  }
}
