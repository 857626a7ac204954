package org.unroll.core.parallel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection between two processes of a group. What is written goes out with {@link #flush}.
 * Reading and writing throw {@link IOException} once the other process is gone. To be used by one
 * thread.
 */
public final class Wire implements AutoCloseable {
  static final int BUFFER = 1 << 16;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /**
   * @param socket connected; closed with this
   */
  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
  }

  public DataInputStream in() {
    return in;
  }

  public DataOutputStream out() {
    return out;
  }

  /** Any text; {@code writeUTF} takes no more than 64 KiB. */
  public void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  public String readText() throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public void flush() throws IOException {
    out.flush();
  }

  /** Waits no longer than this for what is read next; for ever, if zero. */
  public void patience(Duration longest) throws IOException {
    socket.setSoTimeout((int) longest.toMillis());
  }

  /** The other process finds the connection ended. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is as good as closed
    }
  }
}
