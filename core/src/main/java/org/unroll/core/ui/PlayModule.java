package org.unroll.core.ui;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;

/**
 * The Play page: {@code /play}, under {@code /play/form?run=<name>} the form to ask a run with, and
 * {@code POST /play/answer?run=<name>[&file=<name>]} with a text or a file's bytes as body. DL4J's
 * server finds this class through {@code META-INF/services} and creates it without arguments.
 */
public final class PlayModule extends PageModule {
  @Override
  public List<Route> getRoutes() {
    return List.of(
        PageAnswer.resource("/play", "play.html", "text/html"),
        PageAnswer.resource("/play/play.css", "play.css", "text/css"),
        PageAnswer.resource("/play/play.js", "play.js", "text/javascript"),
        new Route("/play/form", HttpMethod.GET, (arguments, request) -> form(request)),
        new Route("/play/answer", HttpMethod.POST, (arguments, request) -> answer(request)));
  }

  private static void form(RoutingContext request) {
    Optional<String> run = Optional.ofNullable(request.request().getParam("run"));
    PageAnswer.drawn(request, server -> PlayPage.of(server).form(run));
  }

  private static void answer(RoutingContext request) {
    String run = String.valueOf(request.request().getParam("run"));
    Optional<String> file = Optional.ofNullable(request.request().getParam("file"));
    byte[] body = request.getBody() == null ? new byte[0] : request.getBody().getBytes();
    PageAnswer.drawn(request, server -> PlayPage.of(server).answer(run, file, body));
  }
}
