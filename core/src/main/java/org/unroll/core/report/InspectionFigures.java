package org.unroll.core.report;

import java.util.List;
import org.unroll.core.inspect.Inspection;
import org.unroll.core.inspect.Panel;
import org.unroll.core.inspect.SpectrumPanel;

/** What the net does inside: each panel with how to read it. */
final class InspectionFigures {
  private final RunRecords run;

  InspectionFigures(RunRecords run) {
    this.run = run;
  }

  boolean isEmpty() {
    return panels().isEmpty();
  }

  /** While the net is trained there are its weights alone. */
  private List<Panel> panels() {
    return run.inspection
        .map(Inspection::panels)
        .orElseGet(
            () -> run.spectra.isEmpty() ? List.of() : List.of(SpectrumPanel.of(run.spectra)));
  }

  void addTo(Html html) {
    run.inspection.ifPresent(
        inspection ->
            html.element("p", "hint", "Of the net that is kept, on " + inspection.scope() + "."));
    html.raw("<div class=\"panels\">");
    for (Panel panel : panels()) {
      html.raw("<div class=\"panel\">").element("h3", "", panel.title());
      html.element("p", "hint", panel.hint());
      new DetailFigures(html).add(panel.charts(), panel.tables());
      html.raw("</div>");
    }
    html.raw("</div>");
  }
}
