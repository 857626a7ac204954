package org.unroll.datasets.video;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.unroll.core.Json;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.run.PendingFile;

/**
 * A file with the decoded frames of a recording: the bytes of frame after frame; then, as it is
 * known only then, what they are, as JSON; its length and its checksum, in 4 bytes each; {@value
 * #MAGIC}. It is there whole or not at all. Immutable and thread-safe; no file stays open, as there
 * may be thousands.
 *
 * @param length of the file, in bytes
 */
record DecodedFrames(Path file, PictureSize size, FrameTally tally, long length) {
  /** Written at the end; its last digit is the version of the layout. */
  static final String MAGIC = "UNROLLF2";

  private static final int TAIL = 2 * Integer.BYTES + MAGIC.length();
  private static final int MOST_ABOUT = 256 << 20;

  /** What stands behind the frames. */
  private record About(PictureSize size, FrameTally tally) {}

  /**
   * Decodes a recording into a file.
   *
   * @param work told each frame
   * @throws IOException if it cannot be written
   */
  static DecodedFrames write(Path file, PictureSize size, FrameSource source, Work work)
      throws IOException {
    try (PendingFile pending = PendingFile.of(file)) {
      OutputStream out = pending.out();
      FrameTally tally =
          source.read(
              frame -> {
                out.write(frame.pixels());
                work.advance(1);
              });
      byte[] about = Json.MAPPER.writeValueAsBytes(new About(size, tally));
      out.write(about);
      ByteBuffer numbers = ByteBuffer.allocate(2 * Integer.BYTES);
      out.write(numbers.putInt(about.length).putInt(checksum(about)).array());
      out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
      pending.keep();
      long frames = (long) tally.frames() * size.length();
      return new DecodedFrames(file, size, tally, frames + about.length + TAIL);
    }
  }

  /** Opens what {@link #write} wrote; empty if it is not there, or something else. */
  static Optional<DecodedFrames> open(Path file, PictureSize size) {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size();
      ByteBuffer tail = read(channel, length - TAIL, TAIL);
      int about = tail.getInt();
      int checksum = tail.getInt();
      boolean ours = StandardCharsets.US_ASCII.decode(tail).toString().equals(MAGIC);
      if (!ours || about < 0 || about > MOST_ABOUT) {
        return Optional.empty();
      }
      byte[] json = read(channel, length - TAIL - about, about).array();
      if (checksum(json) != checksum) {
        return Optional.empty();
      }
      About found = Json.MAPPER.readValue(json, About.class);
      long expected = (long) found.tally.frames() * size.length() + about + TAIL;
      boolean whole = found.size.equals(size) && length == expected;
      return whole
          ? Optional.of(new DecodedFrames(file, size, found.tally, length))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // whatever it is, it is decoded anew
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  /** Whether it stands for the same frames: the name is a digest of what they depend on. */
  boolean isLike(DecodedFrames other) {
    return file.equals(other.file) && length == other.length;
  }

  /**
   * Reads some frames.
   *
   * @return whether they are there: the file may have been deleted
   */
  boolean read(int from, int count, byte[] into) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() != length) {
        return false;
      }
      ByteBuffer frames = ByteBuffer.wrap(into, 0, count * size.length());
      fill(channel, (long) from * size.length(), frames);
      return true;
    } catch (NoSuchFileException | Truncated e) {
      return false;
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    if (at < 0) {
      throw new Truncated();
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    fill(channel, at, bytes);
    return bytes.flip();
  }

  private static void fill(FileChannel channel, long at, ByteBuffer bytes) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, place);
      if (read < 0) {
        throw new Truncated();
      }
      place += read;
    }
  }

  /** The file is shorter than it says. */
  private static final class Truncated extends IOException {
    private static final long serialVersionUID = 1;

    Truncated() {
      super("the file of frames is cut off");
    }
  }
}
