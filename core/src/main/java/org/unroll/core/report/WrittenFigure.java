package org.unroll.core.report;

import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.app.Sample;

/** What a net wrote by itself, from its first iterations to its last ones. */
final class WrittenFigure implements SampleFigure<Sample.Written> {
  static final String HINT =
      "What the net writes by itself the longer it is trained, the earliest text first; in bold what"
          + " it was given to go on from.";

  private final List<Sample.Written> stages;

  WrittenFigure(List<Sample.Written> stages) {
    this.stages = stages;
  }

  @Override
  public String remark(Sample.Written sample) {
    return stages.size() == 1 ? "1 stage" : stages.size() + " stages";
  }

  @Override
  public List<EpochBar> bars() {
    return List.of();
  }

  /** All stages, whichever the sample is: each is read beside those before it. */
  @Override
  public void addPicture(Html html, Sample.Written sample) {
    html.raw("<div class=\"stages\">");
    for (Sample.Written stage : stages) {
      html.element("h4", "", when(stage));
      html.raw("<div class=\"typed\">" + prompt(stage) + typed(stage.text()) + "</div>");
    }
    html.raw("</div>");
  }

  private static String when(Sample.Written stage) {
    String iterations = stage.step() == 1 ? " iteration" : " iterations";
    String epoch = stage.epoch() > 1 ? " (epoch " + stage.epoch() + ")" : "";
    return "after " + Readable.count(stage.step()) + iterations + epoch;
  }

  private static String prompt(Sample.Written stage) {
    return stage.prompt().isEmpty() ? "" : "<b>" + typed(stage.prompt()) + "</b>";
  }

  private static String typed(String text) {
    return Html.escape(OneLine.lines(text));
  }
}
