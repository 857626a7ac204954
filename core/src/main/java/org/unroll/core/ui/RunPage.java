package org.unroll.core.ui;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.report.Html;
import org.unroll.core.report.RunFigures;

/**
 * What changes on the Samples page, as HTML: each part goes into the element of {@code
 * samples.html} that has its id.
 */
final class RunPage {
  private final Html html = new Html();

  private RunPage() {}

  /**
   * The run of that name, or without a name the one to show first.
   *
   * @param chosen example to the epoch to show; the last one where there is none
   */
  static String of(AttachedRuns runs, Optional<String> name, Map<Integer, Integer> chosen)
      throws IOException {
    Optional<AttachedRun> shown = name.isPresent() ? runs.find(name.get()) : runs.first();
    RunPage page = new RunPage();
    page.addSelector(runs.list(), shown);
    if (shown.isPresent()) {
      page.addRun(shown.get(), chosen);
    } else {
      page.addNothing(
          name.isPresent()
              ? "There is no run called " + name.get() + "."
              : "No run is attached yet.");
    }
    return page.html.toString();
  }

  private void addSelector(List<AttachedRun> runs, Optional<AttachedRun> shown) {
    html.raw("<select id=\"run\">");
    if (shown.isEmpty()) {
      html.raw("<option hidden selected></option>");
    }
    RunName.addOptions(
        html, runs.stream().map(AttachedRun::name).toList(), shown.map(AttachedRun::name));
    html.raw("</select>");
  }

  private void addNothing(String message) {
    html.raw("<div id=\"status\">").element("p", "empty", message).raw("</div>");
    html.raw("<div id=\"metrics\"></div><div id=\"epochs\"></div>");
    html.raw("<div id=\"samples\"></div><div id=\"inside\"></div>");
  }

  private void addRun(AttachedRun run, Map<Integer, Integer> chosen) throws IOException {
    Optional<URI> elsewhere = run.live() ? Optional.empty() : RunAddress.elsewhere(run.directory());
    boolean training = run.live() || run.trainsElsewhere();
    RunFigures figures = RunFigures.read(run.directory());
    html.raw("<div id=\"status\">").element("h1", "", run.name());
    addState(run, elsewhere, training);
    // While it trains the last line may only be half written.
    for (String note : training ? List.<String>of() : figures.notes()) {
      html.element("span", "note wrong", note);
    }
    html.raw("</div><div id=\"metrics\">" + figures.curves() + "</div>");
    html.raw("<div id=\"epochs\">" + figures.epochSlider() + "</div><div id=\"samples\">");
    String samples = figures.samples(chosen);
    if (samples.isEmpty()) {
      html.element(
          "p",
          "empty",
          training
              ? "No samples yet: they come at the end of each epoch."
              : "This run wrote no samples.");
    }
    html.raw(samples + "</div><div id=\"inside\">");
    String inside = figures.inside();
    if (!inside.isEmpty()) {
      html.raw("<details id=\"inside-fold\"><summary>Inside the net</summary>");
      html.raw(inside + "</details>");
    }
    html.raw("</div>");
  }

  private void addState(AttachedRun run, Optional<URI> elsewhere, boolean training) {
    if (training && !run.live()) {
      html.element("span", "badge-state elsewhere", "training in another process");
      elsewhere.ifPresent(
          url -> {
            String shown = Html.escape(url.toString());
            html.raw(
                "<a id=\"elsewhere\" href=\"" + shown + "\">Watch it live at " + shown + "</a>");
          });
      return;
    }
    html.element(
        "span",
        run.live() ? "badge-state training" : "badge-state stored",
        run.live() ? "training now" : "stored");
    String problem = run.live() ? "" : run.chartsProblem();
    if (problem.isEmpty()) {
      html.raw("<a id=\"charts\" href=\"/train/overview\"");
      html.raw("data-run=\"" + Html.escape(run.name()) + "\">Training charts</a>");
    } else {
      html.element("span", "note", "No training charts: " + problem + ".");
    }
  }
}
