package org.unroll.apps.serve;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.unroll.core.app.Question;
import org.unroll.core.ui.Answering;
import org.unroll.core.ui.PageFile;
import org.unroll.core.ui.PlayPage;

/** The Play page: as {@code ./unroll ui} has it, for the runs that are served. */
record PlayRoutes(
    ServiceLimits limits, ServedRuns runs, RequestBody bodies, Executor threads, Semaphore askers) {
  private static final int ASKERS = 8; // each keeps a thread

  private static final String HTML = "text/html; charset=utf-8";

  PlayRoutes(ServiceLimits limits, ServedRuns runs, RequestBody bodies, Executor threads) {
    this(limits, runs, bodies, threads, new Semaphore(ASKERS));
  }

  void addTo(Javalin server) {
    Map<String, String> tabs = new LinkedHashMap<>();
    tabs.put("Play", "/play");
    tabs.put("OpenAPI", "/openapi.json");
    tabs.put("Metrics", "/metrics");
    PageFile.play(tabs)
        .forEach((path, file) -> server.get(path, request -> ProblemAnswer.send(file, request)));
    server.get("/", request -> request.redirect("/play"));
    server.get("/play/form", this::form);
    server.post("/play/answer", this::answer);
  }

  private void form(Context request) {
    Optional<String> run = Optional.ofNullable(request.queryParam("run"));
    request.contentType(HTML).header("cache-control", "no-store").result(page().form(run));
  }

  private void answer(Context request) {
    String run = String.valueOf(request.queryParam("run"));
    Optional<String> file = Optional.ofNullable(request.queryParam("file"));
    byte[] body = bodies.read(request, file.isEmpty() ? 4L * limits.text() : limits.body());
    if (!askers.tryAcquire()) {
      throw Refusal.of(503, "too many ask this page at once: try again later");
    }
    request.future(
        () ->
            CompletableFuture.supplyAsync(() -> answer(run, file, body), threads)
                .orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(
                    html ->
                        request
                            .contentType(HTML)
                            .header("cache-control", "no-store")
                            .result(html)));
  }

  private String answer(String run, Optional<String> file, byte[] body) {
    try {
      return page().answer(run, file, body);
    } finally {
      askers.release();
    }
  }

  private PlayPage page() {
    Map<String, Path> served = new LinkedHashMap<>();
    runs.all().forEach(run -> served.put(run.name(), Path.of(run.name())));
    return new PlayPage(served, Optional.of(new Served()));
  }

  /** Who is asked is known by its name: the directory may change meanwhile. */
  private final class Served implements Answering {
    @Override
    public Question question(Path run) {
      return runs.find(run.toString()).question();
    }

    @Override
    public String answer(Path run, Asked asked) {
      return runs.ask(
              runs.find(run.toString()),
              now -> CompletableFuture.completedFuture(now.model().page(asked)))
          .join();
    }
  }
}
