package org.unroll.core.ui;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deeplearning4j.ui.VertxUIServer;
import org.unroll.core.history.RunSummaries;

/**
 * DL4J's UI server at one address, with the runs it shows. {@code VertxUIServer} is a singleton of
 * the JVM and registers itself in its constructor.
 */
final class RunServer extends VertxUIServer {
  private final ListenAddress address;
  private final AttachedRuns runs = new AttachedRuns();
  private volatile Answering answering; // null until somebody answers
  private final RunSummaries summaries = new RunSummaries();
  private final OpenCharts charts = new OpenCharts(this);

  private RunServer(ListenAddress address) {
    this.address = address;
  }

  /**
   * Starts the server and waits for it.
   *
   * @throws BindException if the port was taken
   */
  static RunServer start(ListenAddress address) throws BindException {
    RunServer server = new RunServer(address);
    CompletableFuture<String> started = new CompletableFuture<>();
    Vertx.vertx()
        .deployVerticle(
            server,
            result -> {
              if (result.succeeded()) {
                started.complete(result.result());
              } else {
                started.completeExceptionally(result.cause());
              }
            });
    try {
      started.join();
      return server;
    } catch (CompletionException e) {
      server.shutDown();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException taken) {
          throw taken;
        }
      }
      throw e;
    }
  }

  @Override
  public void init(Vertx vertx, Context context) {
    PageRoutes routes = new PageRoutes(this, new RequestGuard(new HostNames(address.host())));
    super.init(BoundVertx.wrap(vertx, address.host(), address.port(), routes::addTo), context);
  }

  @Override
  public String getAddress() {
    return address.url(getPort()).toString();
  }

  AttachedRuns runs() {
    return runs;
  }

  /** Who answers on the Play page; nobody while a run is trained here. */
  Optional<Answering> answering() {
    return Optional.ofNullable(answering);
  }

  void answering(Answering who) {
    answering = who;
  }

  RunSummaries summaries() {
    return summaries;
  }

  OpenCharts charts() {
    return charts;
  }

  /** Repeats some work off the event loop until the server stops. */
  void repeat(long milliseconds, Runnable work) {
    vertx.setPeriodic(
        milliseconds,
        timer ->
            vertx.<Boolean>executeBlocking(
                promise -> {
                  work.run();
                  promise.complete(true);
                },
                result -> {
                  if (result.failed()) { // Vert.x reports what a handler throws.
                    throw new IllegalStateException(result.cause());
                  }
                }));
  }

  /** Stops the server and clears DL4J's singleton, so that another one can start in this JVM. */
  void shutDown() {
    try {
      VertxUIServer.stopInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("The UI server did not stop", e);
    }
  }
}
