package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unroll.core.history.ComparedRuns;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.report.Figures;
import org.unroll.core.report.Html;

/** Runs beside each other on the Runs page: curves, scores, settings that differ. */
final class ComparedPart {
  private static final int MOST = 12; // more have no colours of their own

  private final Html html = new Html();

  private ComparedPart() {}

  static String of(AttachedRuns attached, List<String> names) {
    ComparedPart part = new ComparedPart();
    List<AttachedRun> found = new ArrayList<>();
    for (String name : names) {
      Optional<AttachedRun> run = attached.find(name);
      run.filter(each -> !found.contains(each)).ifPresent(found::add);
      if (run.isEmpty()) {
        part.html.element("p", "note wrong", "There is no run called " + name + ".");
      }
    }
    if (found.size() > MOST) {
      part.html.element("p", "note", "These are the first " + MOST + " of " + found.size() + ".");
    }
    part.add(new ComparedRuns(directories(found.subList(0, Math.min(MOST, found.size())))));
    return part.html.toString();
  }

  /** By the names of the runs; with their apps if these differ. */
  private static Map<String, Path> directories(List<AttachedRun> runs) {
    Set<String> apps =
        runs.stream().map(run -> run.name().split("/")[0]).collect(Collectors.toSet());
    Map<String, Path> directories = new LinkedHashMap<>();
    for (AttachedRun run : runs) {
      String name = run.name();
      String own = apps.size() == 1 ? name.substring(name.indexOf('/') + 1) : name;
      directories.put(own, run.directory());
    }
    return directories;
  }

  private void add(ComparedRuns compared) {
    add(compared.mainCurves());
    List<Chart> further = compared.furtherCurves();
    if (!further.isEmpty()) {
      html.raw("<details id=\"further-compared\">");
      html.element("summary", "", further.size() + " further curves");
      add(further);
      html.raw("</details>");
    }
    html.raw("<div class=\"tables\">");
    compared.scores().forEach(table -> html.raw(Figures.of(table)));
    Table differences = compared.differences();
    if (differences.rows().isEmpty()) {
      html.element("p", "note", "Their configs are the same.");
    } else {
      html.raw("<div class=\"differences\">" + Figures.of(differences) + "</div>");
    }
    html.raw("</div>");
  }

  private void add(List<Chart> charts) {
    html.raw("<div class=\"charts\">");
    charts.forEach(chart -> html.raw(Figures.of(chart, "epoch")));
    html.raw("</div>");
  }
}
