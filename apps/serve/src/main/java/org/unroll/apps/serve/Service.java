package org.unroll.apps.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.unroll.core.UserError;
import org.unroll.core.ui.ListenAddress;

/** An HTTP server that answers for some runs, from its start until it is closed. */
final class Service implements AutoCloseable {
  private static final int THREADS = 128; // most of them wait for slow readers and writers
  private static final long SLOWEST = 1024; // bytes a second of a body

  private final ServiceConfig config;
  private final ServedRuns runs;
  private final ServiceMetrics metrics;
  private final Draining draining;
  private final Javalin server;

  private Service(ServiceConfig config, ServedRuns runs) {
    this.config = config;
    this.runs = runs;
    this.metrics = new ServiceMetrics(runs);
    this.draining = new Draining();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    this.server = Javalin.create(javalin -> configure(javalin, threads));
    Predictions predictions = new Predictions(runs, config.limits(), threads);
    new Guard(config).addTo(server);
    RequestBody body = new RequestBody(config.limits().time());
    new PredictRoutes(config.limits(), runs, predictions, body).addTo(server);
    new PlayRoutes(config.limits(), runs, body, threads).addTo(server);
    new StateRoutes(config, runs, metrics, draining).addTo(server);
    server.exception(Exception.class, ProblemAnswer::answer);
    server.error(404, ProblemAnswer::notFound);
    server.error(405, ProblemAnswer::notAllowed);
  }

  /**
   * Listens from now on.
   *
   * @param runs closed with the service
   * @throws UserError if the port is taken, or the host is not this machine
   */
  static Service start(ServiceConfig config, ServedRuns runs) {
    Service service = new Service(config, runs);
    try {
      service.server.start(config.host(), config.port());
      return service;
    } catch (JavalinBindException e) {
      service.metrics.close();
      throw new UserError(
          "cannot listen at %s:%d: the port is taken, or the address is none of this machine; choose another --port or --host"
              .formatted(config.host(), config.port()),
          e);
    }
  }

  private void configure(JavalinConfig javalin, QueuedThreadPool threads) {
    javalin.showJavalinBanner = false;
    javalin.startupWatcherEnabled = false;
    javalin.http.prefer405over404 = true;
    javalin.http.asyncTimeout = 0; // answers have their own limit
    javalin.http.disableCompression(); // answers are short, and secrets beside texts stay secret
    javalin.jetty.threadPool = threads;
    javalin.jetty.multipartConfig.maxTotalRequestSize(config.limits().body(), SizeUnit.BYTES);
    javalin.jetty.multipartConfig.maxFileSize(config.limits().body(), SizeUnit.BYTES);
    javalin.requestLogger.http(
        (request, milliseconds) -> PredictRoutes.count(request, metrics, milliseconds));
    javalin.jetty.modifyServer(draining::addTo);
    javalin.jetty.modifyHttpConfiguration(this::configure);
  }

  private void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setIdleTimeout(config.silence().toMillis());
    http.setMinRequestDataRate(SLOWEST);
  }

  /** For a browser on this machine. */
  URI url() {
    return new ListenAddress(config.host(), config.port()).url(server.port());
  }

  /** Takes no new connections, answers what was asked, and ends. */
  @Override
  public void close() {
    draining.await();
    server.stop();
    runs.close();
    metrics.close();
  }
}
