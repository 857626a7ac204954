package org.unroll.core.ui;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Router;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Gives DL4J's UI server an address to listen on. {@code VertxUIServer} knows a port only and
 * listens on all addresses, without a login; it also keeps its routes to itself. So the Vert.x it
 * sees is wrapped: its HTTP server listens where we say, and its router is handed to us first.
 */
final class BoundVertx {
  private final String host;
  private final int port;
  private final Consumer<Router> routes;

  private BoundVertx(String host, int port, Consumer<Router> routes) {
    this.host = host;
    this.port = port;
    this.routes = routes;
  }

  /**
   * @param routes called once with the server's router before it starts
   */
  static Vertx wrap(Vertx vertx, String host, int port, Consumer<Router> routes) {
    BoundVertx bound = new BoundVertx(host, port, routes);
    return proxy(
        VertxInternal.class,
        (proxy, method, arguments) -> {
          Object result = invoke(vertx, method, arguments);
          return method.getName().equals("createHttpServer")
              ? bound.server((HttpServer) result)
              : result;
        });
  }

  private HttpServer server(HttpServer server) {
    return proxy(
        HttpServer.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("requestHandler") && arguments != null) {
            routes.accept((Router) arguments[0]);
          }
          if (method.getName().equals("listen") && arguments[0] instanceof Integer) {
            Method listen =
                HttpServer.class.getMethod("listen", int.class, String.class, Handler.class);
            return invoke(server, listen, new Object[] {port, host, arguments[1]});
          }
          Object result = invoke(server, method, arguments);
          return result == server ? proxy : result;
        });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(BoundVertx.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
