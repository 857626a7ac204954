package org.unroll.core.ui;

import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.unroll.core.run.RunDirectory;

/**
 * The Play page: {@code /play} and what it needs, under {@code /play/form?run=<name>} the form to
 * ask a run with, and {@code POST /play/answer?run=<name>[&file=<name>]} with a text or a file's
 * bytes as body. DL4J's server finds this class through {@code META-INF/services} and creates it
 * without arguments.
 */
public final class PlayModule extends PageModule {
  @Override
  public List<Route> getRoutes() {
    List<Route> routes = new ArrayList<>();
    PageFile.play(PageFile.TABS)
        .forEach((address, file) -> routes.add(PageAnswer.file(address, file)));
    routes.add(new Route("/play/form", HttpMethod.GET, (arguments, request) -> form(request)));
    routes.add(new Route("/play/answer", HttpMethod.POST, (arguments, request) -> answer(request)));
    return routes;
  }

  private static void form(RoutingContext request) {
    Optional<String> run = Optional.ofNullable(request.request().getParam("run"));
    PageAnswer.drawn(request, server -> page(server).form(run));
  }

  private static void answer(RoutingContext request) {
    String run = String.valueOf(request.request().getParam("run"));
    Optional<String> file = Optional.ofNullable(request.request().getParam("file"));
    byte[] body = request.getBody() == null ? new byte[0] : request.getBody().getBytes();
    PageAnswer.drawn(request, server -> page(server).answer(run, file, body));
  }

  private static PlayPage page(RunServer server) {
    Map<String, Path> trained = new LinkedHashMap<>();
    for (AttachedRun run : server.runs().list()) {
      if (Files.isRegularFile(new RunDirectory(run.directory()).model())) {
        trained.put(run.name(), run.directory());
      }
    }
    return new PlayPage(trained, server.answering());
  }
}
