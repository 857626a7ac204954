package org.unroll.apps.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.unroll.core.parallel.GroupAddress;

/**
 * Stands between the first process of a group and the others, and counts the bytes that go each
 * way. Thread-safe.
 */
final class ByteRelay implements AutoCloseable {
  private final GroupAddress first;
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicLong down = new AtomicLong();
  private final AtomicLong up = new AtomicLong();

  /**
   * @param first where the group's first process is
   */
  ByteRelay(GroupAddress first) throws IOException {
    this.first = first;
    this.server = new ServerSocket(0, 50, InetAddress.getByName(first.host()));
    start(this::admit);
  }

  /** Where the others come in place of the first process. */
  GroupAddress address() {
    return new GroupAddress(first.host(), server.getLocalPort(), first.secret());
  }

  /** From the first process to the others, so far. */
  long down() {
    return down.get();
  }

  /** From the others to the first process, so far. */
  long up() {
    return up.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "byte-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void admit() {
    while (!server.isClosed()) {
      try {
        Socket other = server.accept();
        Socket one = new Socket(first.host(), first.port());
        sockets.addAll(List.of(other, one));
        start(() -> pass(other, one, up));
        start(() -> pass(one, other, down));
      } catch (IOException e) {
        // closed
      }
    }
  }

  /** Ends the other connection with the one. */
  private static void pass(Socket from, Socket to, AtomicLong count) {
    try (to) {
      from.setTcpNoDelay(true);
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[1 << 16];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        count.addAndGet(length); // before the other can know
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      // one of the two is gone
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
