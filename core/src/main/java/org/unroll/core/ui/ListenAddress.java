package org.unroll.core.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import org.unroll.core.UserError;

/**
 * Where to listen.
 *
 * @param host a name or address of this machine; {@code 0.0.0.0} is all of them
 * @param port 0 lets the system choose
 */
public record ListenAddress(String host, int port) {
  /** Checks that the host is this machine and the port a port. */
  static ListenAddress of(String host, int port) {
    if (port < 0 || port > 65535) {
      throw new UserError(
          "ui.port is " + port + "; expected 0 (any free port) or a number up to 65535.");
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      if (host.isBlank()
          || !address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
        throw notHere(host, null);
      }
    } catch (UnknownHostException | SocketException e) {
      throw notHere(host, e);
    }
    return new ListenAddress(host, port);
  }

  private static UserError notHere(String host, Exception cause) {
    return new UserError(
        "ui.host \""
            + host
            + "\" is no address of this machine; expected 127.0.0.1 (this machine only), 0.0.0.0"
            + " (all networks, there is no login) or an address of one of its network cards.",
        cause);
  }

  ListenAddress withPort(int other) {
    return new ListenAddress(host, other);
  }

  /** Whether nobody listens there now. */
  boolean isFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false; // Taken, or not ours to take (ports below 1024): the next one may do.
    }
  }

  /** The address for a browser on this machine. */
  public URI url(int actualPort) {
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return URI.create(
        "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + actualPort);
  }
}
