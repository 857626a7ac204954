package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.unroll.core.run.PendingFile;

/**
 * A file of numbers that can be computed again: {@value #MAGIC}, a checksum in 4 bytes, the numbers
 * in 4 bytes each. It tells itself whether it is whole, so writing does not wait for the disk.
 */
final class StoredNumbers {
  /** The last digit is the version of the layout, and of how features are computed. */
  static final String MAGIC = "UNROLLN1";

  private static final int HEAD = MAGIC.length() + Integer.BYTES;

  private StoredNumbers() {}

  /** On disk. */
  static long bytes(float[] numbers) {
    return HEAD + (long) numbers.length * Float.BYTES;
  }

  static void write(Path file, float[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(bytes(numbers)));
    bytes.order(ByteOrder.LITTLE_ENDIAN).position(HEAD).asFloatBuffer().put(numbers);
    bytes.rewind().put(magic()).putInt(checksum(bytes.array()));
    try (PendingFile pending = PendingFile.of(file)) {
      pending.out().write(bytes.array());
      pending.keepUnsynced();
    }
  }

  /** Empty if they are not there, not whole, or not so many. */
  static Optional<float[]> read(Path file, int count) {
    try {
      if (Files.size(file) != HEAD + (long) count * Float.BYTES) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      boolean ours = Arrays.equals(bytes.array(), 0, MAGIC.length(), magic(), 0, MAGIC.length());
      if (!ours || bytes.getInt(MAGIC.length()) != checksum(bytes.array())) {
        return Optional.empty();
      }
      float[] numbers = new float[count];
      bytes.position(HEAD).asFloatBuffer().get(numbers);
      return Optional.of(numbers);
    } catch (IOException e) {
      return Optional.empty(); // whatever it is, it is computed anew
    }
  }

  private static byte[] magic() {
    return MAGIC.getBytes(StandardCharsets.US_ASCII);
  }

  /** Of the numbers in a file. */
  private static int checksum(byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file, HEAD, file.length - HEAD);
    return (int) checksum.getValue();
  }
}
