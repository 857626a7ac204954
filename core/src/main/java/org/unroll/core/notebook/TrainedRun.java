package org.unroll.core.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.app.Prediction;
import org.unroll.core.inspect.GradientCurve;
import org.unroll.core.inspect.Inspection;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.model.Unroll;
import org.unroll.core.report.Figures;
import org.unroll.core.report.RunFigures;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/** A run that finished, to look at and to ask. */
public final class TrainedRun {
  private final RunDirectory run;
  private final RunFigures figures;

  TrainedRun(RunDirectory run) {
    this.run = run;
    try {
      this.figures = RunFigures.read(run.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return run.path();
  }

  /** Scores and what else {@code result.json} holds. */
  public RunResult result() {
    return RunResult.read(run);
  }

  /** The scores of the net and of the models beside it, of the test split if it was scored. */
  public Table scores() {
    return figures.scores();
  }

  /** A metric by epoch, in training and validation. */
  public Chart curve(String metric) {
    return figures.curve(metric);
  }

  /**
   * A table of the report, such as {@code Confusion matrix}.
   *
   * @throws org.unroll.core.UserError with those that there are
   */
  public Table table(String title) {
    return figures.table(title);
  }

  /**
   * A chart of the report.
   *
   * @throws org.unroll.core.UserError with those that there are
   */
  public Chart chart(String title) {
    return figures.chart(title);
  }

  /**
   * What the net says of examples that it does not learn from, as the report shows it.
   *
   * @param examples the first so many
   */
  public Shown samples(int examples) {
    String text = "[figure] what the net says of " + examples + " examples, epoch by epoch";
    return new Shown(text, Shown.HTML, Figures.alone(figures.samples(examples)));
  }

  /**
   * How the gradient of its loss by the state shrinks with the distance, of each recurrent layer;
   * none of a net without such.
   */
  public List<GradientCurve> gradients() {
    return Inspection.read(run).map(Inspection::gradients).orElse(List.of());
  }

  /** The net, to be asked; the caller closes it. */
  public <I, O extends Prediction> TrainedModel<I, O> load(Class<I> inputs, Class<O> outputs) {
    return Unroll.load(run.path()).as(inputs, outputs);
  }
}
