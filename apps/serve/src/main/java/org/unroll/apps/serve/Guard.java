package org.unroll.apps.serve;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.unroll.core.ui.HostNames;

/**
 * Refuses whoever does not know the token. Without one, a service that this machine alone can reach
 * refuses what pages of other sites have a browser ask for.
 */
record Guard(ServiceConfig config) {
  /** Harmless, and asked by programs that know no host. */
  private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

  /** What probes and browsers ask for before they can know a token. */
  private static final Set<String> OPEN = Set.of("/", "/healthz", "/readyz", "/play");

  void addTo(Javalin server) {
    HostNames names = new HostNames(config.host());
    boolean loopback = isLoopback(config.host());
    server.before(
        request -> {
          if (config.token().isPresent()) {
            requireToken(request);
          } else if (loopback && !PROBES.contains(request.path())) {
            requireOurs(request, names);
          }
        });
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // to listen there fails, and says so
    }
  }

  private void requireToken(Context request) {
    boolean open =
        OPEN.contains(request.path())
            || request.path().matches("/(play|runs)/\\w+\\.(css|js)"); // files of the page
    if (!open && !config.token().orElseThrow().isIn(request.header("authorization"))) {
      throw Refusal.of(401, "expected the header Authorization: Bearer and the token");
    }
  }

  private static void requireOurs(Context request, HostNames names) {
    int port = request.req().getLocalPort();
    String origin = request.header("origin");
    boolean own = origin == null || names.isOurOrigin(origin, port);
    if (!names.isOurs(request.header("host"), port) || !own) {
      throw Refusal.of(
          403, "this service answers this machine alone, under the address that it listens on");
    }
  }
}
