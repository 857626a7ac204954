package org.unroll.apps.serve;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** What machines ask about the service itself. */
record StateRoutes(
    ServiceConfig config, ServedRuns runs, ServiceMetrics metrics, Draining draining) {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private record Shown(String name, String app, String version, String asked) {}

  void addTo(Javalin server) {
    server.get("/healthz", request -> request.result("ok\n"));
    server.get("/readyz", this::ready);
    server.get("/metrics", request -> request.contentType(PROMETHEUS).result(metrics.text()));
    server.get("/openapi.json", request -> json(request, openApi()));
    server.get("/runs", request -> json(request, shown()));
  }

  private void ready(Context request) {
    if (draining.draining()) {
      throw Refusal.of(503, "the server is ending");
    }
    request.result("ready\n");
  }

  private Object openApi() {
    return new OpenApi(runs, config.token().isPresent()).document();
  }

  private List<Shown> shown() {
    return runs.all().stream()
        .map(
            run ->
                new Shown(
                    run.name(),
                    run.app(),
                    run.version(),
                    run.question().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static void json(Context request, Object value) {
    request.contentType("application/json").result(AnswerJson.write(value));
  }
}
