package org.unroll.core.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ServiceLoader;
import org.unroll.core.app.Json;

/** Files that are either there whole or not at all: written beside, synced, renamed. */
public final class AtomicFile {
  private static final Disk DISK =
      ServiceLoader.load(Disk.class).findFirst().orElse(Files::newOutputStream);

  private AtomicFile() {}

  /** Writes the contents of a file; need not close the stream. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * One process at a time may write a file. What a killed one left beside it is written over.
   *
   * @throws UnwritableFile if the system refuses; a file that was there before is untouched
   */
  public static void write(Path file, Contents contents) {
    write(file, file.resolveSibling(file.getFileName() + ".tmp"), contents);
  }

  private static void write(Path file, Path temporary, Contents contents) {
    boolean written = false;
    try {
      try (OutputStream out = new BufferedOutputStream(DISK.open(temporary), 1 << 16)) {
        contents.writeTo(out);
      }
      sync(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = true;
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    } finally {
      if (!written) { // also after running out of memory half-way
        deleteQuietly(temporary);
      }
    }
  }

  public static void writeText(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same for a file that several processes may write at once; the last one wins. */
  static void writeSharedText(Path file, String text) {
    long pid = ProcessHandle.current().pid();
    // not createTempFile, whose files only their owner may read
    Path temporary = file.resolveSibling(file.getFileName() + "." + pid + ".tmp");
    write(file, temporary, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Indented, keys in kebab-case. */
  public static void writeJson(Path file, Object value) {
    write(file, value, Json.MAPPER.writer());
  }

  /** The same for a value whose class alone does not tell the type of its elements. */
  public static <T> void writeJson(Path file, TypeReference<T> type, T value) {
    write(file, value, Json.MAPPER.writerFor(type));
  }

  private static void write(Path file, Object value, ObjectWriter writer) {
    ObjectWriter indented = writer.with(SerializationFeature.INDENT_OUTPUT);
    write(file, out -> out.write(indented.writeValueAsBytes(value)));
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The disk that refused the write may refuse this too; the first error is the one to report.
    }
  }
}
