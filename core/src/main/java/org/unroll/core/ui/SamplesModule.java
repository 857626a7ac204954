package org.unroll.core.ui;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;

/**
 * The Samples page: {@code /samples}, and under {@code
 * /samples/run?run=<name>&epoch=<example>:<epoch>} what changes on it. DL4J's server finds this
 * class through {@code META-INF/services} and creates it without arguments.
 */
public final class SamplesModule extends PageModule {
  private static final Pattern CHOSEN = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

  @Override
  public List<Route> getRoutes() {
    return List.of(
        PageAnswer.file("/samples", PageFile.page("samples.html", PageFile.TABS)),
        PageAnswer.file("/samples/samples.css", PageFile.style("samples.css")),
        PageAnswer.file("/samples/samples.js", PageFile.script("samples.js")),
        new Route("/samples/run", HttpMethod.GET, (arguments, request) -> run(request)));
  }

  private static void run(RoutingContext request) {
    Optional<String> name = Optional.ofNullable(request.request().getParam("run"));
    List<String> epochs = request.request().params().getAll("epoch");
    PageAnswer.drawn(request, server -> RunPage.of(server.runs(), name, chosen(epochs)));
  }

  /** Example to epoch, of {@code example:epoch}. */
  private static Map<Integer, Integer> chosen(List<String> epochs) {
    Map<Integer, Integer> chosen = new HashMap<>();
    for (String epoch : epochs) {
      Matcher matcher = CHOSEN.matcher(epoch);
      if (matcher.matches()) {
        chosen.put(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)));
      }
    }
    return chosen;
  }
}
