package org.unroll.core.ui;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names under which a server of ours is asked. Immutable and thread-safe. */
public final class HostNames {
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
  private final boolean everywhere;

  /**
   * @param host listened on; on all addresses this machine's name and any address will do
   */
  public HostNames(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    this.everywhere = lower.equals("0.0.0.0") || lower.equals("::");
    names.add(lower.contains(":") ? "[" + lower + "]" : lower);
    if (everywhere) {
      addOwnNames();
    }
  }

  private void addOwnNames() {
    try {
      InetAddress own = InetAddress.getLocalHost();
      names.add(own.getHostName().toLowerCase(Locale.ROOT));
      names.add(own.getCanonicalHostName().toLowerCase(Locale.ROOT));
    } catch (UnknownHostException e) {
      names.add("localhost"); // a machine without a name is reached by its addresses
    }
  }

  /**
   * Whether a request means this server.
   *
   * @param authority such as {@code localhost:9000}; null if the request has none
   */
  public boolean isOurs(String authority, int port) {
    if (authority == null) {
      return false;
    }
    String suffix = ":" + port;
    String lower = authority.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(suffix) && port != 80) {
      return false;
    }
    String name =
        lower.endsWith(suffix) ? lower.substring(0, lower.length() - suffix.length()) : lower;
    return names.contains(name) || everywhere && isAddress(name);
  }

  /**
   * Whether a page that asks is one of this server.
   *
   * @param origin as browsers send it
   */
  public boolean isOurOrigin(String origin, int port) {
    return origin.startsWith("http://") && isOurs(origin.substring("http://".length()), port);
  }

  private static boolean isAddress(String name) {
    return name.startsWith("[") && name.endsWith("]")
        ? NetUtil.isValidIpV6Address(name.substring(1, name.length() - 1))
        : NetUtil.isValidIpV4Address(name);
  }
}
