package org.unroll.core.report;

import java.util.Collection;
import java.util.List;
import org.unroll.core.app.Sample;

/**
 * How one kind of sample looks, in the report and on the Samples page. A further kind is a record
 * in {@link Sample}, a class that implements this, and that class in {@link #ALL}.
 */
interface SampleFigure<S extends Sample> {
  /** One of each kind. */
  List<SampleFigure<?>> ALL = List.of(new TextFigure(), new SeriesFigure(), new PairFigure());

  Class<S> kind();

  /** How to read the bars of the epochs: a sentence. */
  String hint();

  /** What stands beside the title of an example. */
  String remark(S sample);

  /** A bar for each of these epochs: how good the net was in it. */
  List<EpochBar> bars(Collection<S> epochs);

  /**
   * Adds the picture of one epoch.
   *
   * @param epochs all of the same example, whose pictures shall have one scale
   */
  void addPicture(Html html, S sample, Collection<S> epochs);

  /** Titles of a table with a row an epoch, without the epoch's own; none for no table. */
  default List<String> columns() {
    return List.of();
  }

  /** Adds a {@code td} for each of the {@link #columns}. */
  default void addCells(Html html, S sample, Collection<S> epochs) {}
}
