package org.unroll.core.harness;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.run.Disk;

/** The disk of every test: sound, unless the process was started with a {@link DiskFault}. */
public final class BrokenDisk implements Disk {
  private static final int KILLED = 137; // 128 + 9, as the shell reports it

  private final Optional<DiskFault> fault =
      Optional.ofNullable(System.getProperty(DiskFault.PROPERTY)).map(DiskFault::parse);
  private int writes;

  @Override
  public synchronized OutputStream open(Path file) throws IOException {
    OutputStream sound = Files.newOutputStream(file);
    String name = file.getFileName().toString().replaceFirst("(\\.[0-9]+(-[0-9]+)?)?\\.tmp$", "");
    if (fault.isEmpty() || !fault.get().file().equals(name) || !fault.get().strikes(++writes)) {
      return sound;
    }
    return new Broken(sound, fault.get());
  }

  private static final class Broken extends FilterOutputStream {
    private final DiskFault fault;
    private long left;

    Broken(OutputStream sound, DiskFault fault) {
      super(sound);
      this.fault = fault;
      this.left = fault.bytes();
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (fault.kind() == DiskFault.Kind.SLOW) {
        pause();
        out.write(bytes, from, length);
        return;
      }
      int taken = (int) Math.min(left, length);
      out.write(bytes, from, taken);
      left -= taken;
      if (taken < length) {
        out.flush();
        fail();
      }
    }

    private void fail() throws IOException {
      if (fault.kind() == DiskFault.Kind.KILL) {
        Runtime.getRuntime().halt(KILLED);
      }
      throw new IOException("No space left on device");
    }

    private static void pause() throws IOException {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
