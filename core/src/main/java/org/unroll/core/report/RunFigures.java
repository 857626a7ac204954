package org.unroll.core.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The pictures of a run as HTML fragments: what {@code report.html} embeds, for a page that fetches
 * them. They need {@code figures.css} beside this class and no style attribute.
 */
public final class RunFigures {
  /** The style of the fragments, a resource from the root. */
  public static final String STYLE = "/org/unroll/core/report/figures.css";

  private final RunRecords run;

  private RunFigures(RunRecords run) {
    this.run = run;
  }

  /** Reads whatever the run wrote so far. */
  public static RunFigures read(Path runDirectory) throws IOException {
    return new RunFigures(new RunRecords(runDirectory));
  }

  /** What could not be read, a sentence each. */
  public List<String> notes() {
    return run.notes();
  }

  /** The learning curves; the main metrics first, the further ones folded. */
  public String curves() {
    Html html = new Html();
    new LearningCurves(run).addTo(html);
    return html.toString();
  }

  /** What the net does inside; empty if there is nothing yet. */
  public String inside() {
    InspectionFigures inside = new InspectionFigures(run);
    Html html = new Html();
    if (!inside.isEmpty()) {
      inside.addTo(html);
    }
    return html.toString();
  }

  /**
   * The samples; empty if there are none yet. A bar of an epoch is a {@code button} with {@code
   * data-example} and {@code data-epoch}.
   *
   * @param chosen example to the epoch to draw; the last one where there is none
   */
  public String samples(Map<Integer, Integer> chosen) {
    Html html = new Html();
    SampleFigures.addWithChoice(html, run, chosen);
    return html.toString();
  }
}
