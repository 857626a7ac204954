package org.unroll.core.ui;

import java.util.List;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;

/**
 * The Runs page: {@code /runs}, under {@code /runs/table} what changes on it, under {@code
 * /runs/compared?run=<name>&run=<name>} runs side by side, and under {@code
 * /runs/files/<name>/<file>} their files. DL4J's server finds this class through {@code
 * META-INF/services} and creates it without arguments.
 */
public final class RunsModule extends PageModule {
  static final String FILES = "/runs/files/";

  @Override
  public List<Route> getRoutes() {
    return List.of(
        PageAnswer.file("/runs", PageFile.page("runs.html", PageFile.TABS)),
        PageAnswer.file("/runs/runs.css", PageFile.style("runs.css")),
        PageAnswer.file("/runs/runs.js", PageFile.script("runs.js")),
        new Route(
            "/runs/table",
            HttpMethod.GET,
            (arguments, request) ->
                PageAnswer.drawn(
                    request, server -> RunsTable.of(server.runs().list(), server.summaries()))),
        new Route(
            "/runs/compared",
            HttpMethod.GET,
            (arguments, request) -> {
              List<String> names = request.request().params().getAll("run");
              PageAnswer.drawn(request, server -> ComparedPart.of(server.runs(), names));
            }),
        new Route(FILES + "*", HttpMethod.GET, (arguments, request) -> FileAnswer.send(request)));
  }
}
