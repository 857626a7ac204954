package org.unroll.datasets.lab;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;

/**
 * One made-up task: its examples, what is right of them, and what they are as arrays. Immutable and
 * thread-safe.
 *
 * @param <E> an example, from which its right answer follows
 */
public interface Experiment<E> {
  /** What the graph reads and how many numbers its head gives. */
  GraphPorts ports();

  /** The training examples of an epoch. */
  List<E> training(int epoch);

  /** Those of a part, always the same; of the training part those of the first epoch. */
  List<E> examples(Split split);

  /** Steps of an example. */
  int length(E example);

  /** Features, labels and masks; examples of other lengths may stand side by side. */
  MultiDataSet arrays(List<E> examples);

  /**
   * An example as it is typed.
   *
   * @throws org.unroll.core.UserError if it is none
   */
  E parse(String text);

  /** What {@link #parse} reads. */
  String text(E example);

  /** How an example differs from those that a net is trained on; mostly it does not. */
  default Optional<String> unlike(E example) {
    return Optional.empty();
  }

  /** The right answer in words. */
  String truth(E example);
}
