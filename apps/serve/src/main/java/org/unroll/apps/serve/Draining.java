package org.unroll.apps.serve;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/**
 * How a server ends: it takes no new connections and tells those that are open to close with their
 * next answer, until nothing was asked for a moment.
 */
final class Draining {
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LONGEST =
      Duration.ofSeconds(25); // less than what orchestrators wait

  private final StatisticsHandler requests = new Counting();
  private volatile Server server; // null until it was configured
  private volatile boolean draining;

  /** Counts requests until they are answered, those that wait for a net too. */
  private final class Counting extends StatisticsHandler {
    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      if (draining) {
        response.setHeader("Connection", "close");
      }
      super.handle(target, base, request, response);
    }
  }

  void addTo(Server added) {
    server = added;
    added.setHandler(requests);
    added.setErrorHandler(new ProblemErrorHandler());
  }

  boolean draining() {
    return draining;
  }

  /** Waits until what was asked is answered. */
  void await() {
    draining = true;
    for (Connector each : server.getConnectors()) {
      ((ServerConnector) each).close(); // the door, not the connections
    }
    long began = System.nanoTime();
    long busy = began;
    while (System.nanoTime() - busy < QUIET.toNanos()
        && System.nanoTime() - began < LONGEST.toNanos()) {
      busy = requests.getRequestsActive() > 0 ? System.nanoTime() : busy;
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
