package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Labelled;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.table.Source;

/**
 * Examples to classes, each to one.
 *
 * @param <T> an example with its class
 * @param <I> the same without, a JSON record
 */
public abstract class ClassTask<T extends Labelled<I>, I>
    extends OutcomeTask<T, I, ClassPrediction> {
  /** What it scores, for the app. */
  public static final List<Metric> METRICS =
      List.of(Metric.ACCURACY, Metric.MACRO_F1, Metric.ROC_AUC, Metric.LOG_LOSS);

  private final Classes classes;

  /**
   * @param source reads each part once
   * @param reader of files with classes
   * @param classes of the training split
   * @param order of the training batches
   */
  protected ClassTask(
      Source<List<T>> source, Function<Path, List<T>> reader, Classes classes, BatchOrder order) {
    super(source, reader, new OneClass(classes), order);
    this.classes = classes;
  }

  protected final Classes classes() {
    return classes;
  }
}
