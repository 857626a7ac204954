package org.unroll.core.report;

import java.util.List;
import java.util.function.Function;
import org.unroll.core.app.Sample;

/**
 * How one example looks, in the report and on the Samples page. A further kind of sample is a
 * record in {@link Sample}, a class that implements this, and that class in {@link #KINDS}.
 */
interface SampleFigure<S extends Sample> {
  List<Kind<?>> KINDS =
      List.of(
          new Kind<>(Sample.Text.class, TextFigure.HINT, TextFigure::new),
          new Kind<>(Sample.Labels.class, LabelsFigure.HINT, LabelsFigure::new),
          new Kind<>(Sample.Series.class, SeriesFigure.HINT, SeriesFigure::new),
          new Kind<>(Sample.Pair.class, PairFigure.HINT, PairFigure::new),
          new Kind<>(Sample.Frames.class, FramesFigure.HINT, FramesFigure::new),
          new Kind<>(Sample.Picture.class, PictureFigure.HINT, PictureFigure::new),
          new Kind<>(Sample.Written.class, WrittenFigure.HINT, WrittenFigure::new),
          new Kind<>(Sample.Units.class, UnitsFigure.HINT, UnitsFigure::new));

  /**
   * @param hint how to read the bars: a sentence
   * @param figure of the samples of one example, an epoch each, ascending; several an epoch where
   *     they have a {@link Sample#step}
   */
  record Kind<S extends Sample>(
      Class<S> sample, String hint, Function<List<S>, SampleFigure<S>> figure) {}

  /** What stands beside the title of the example. */
  String remark(S sample);

  /** A bar for each epoch: how good the net was in it; none if the picture shows them all. */
  List<EpochBar> bars();

  /** Adds the picture of one epoch; the pictures of all have one scale. */
  void addPicture(Html html, S sample);

  /** Adds the picture of an answer to what was asked: nothing of it tells of a truth. */
  default void addAnswer(Html html, S sample) {
    addPicture(html, sample);
  }

  /** Titles of a table with a row an epoch, without the epoch's own; none for no table. */
  default List<String> columns() {
    return List.of();
  }

  /** Adds a {@code td} for each of the {@link #columns}. */
  default void addCells(Html html, S sample) {}
}
