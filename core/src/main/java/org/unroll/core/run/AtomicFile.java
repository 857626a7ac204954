package org.unroll.core.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.unroll.core.Json;

/** Files that are either there whole or not at all: written beside, synced, renamed. */
public final class AtomicFile {
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
    try (PendingFile pending = PendingFile.ofRun(file)) {
      contents.writeTo(pending.out());
      pending.keep();
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  public static void writeText(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The same for a file outside of runs, or that several processes may write at once: the last one
   * wins, and nothing beside it is touched.
   */
  public static void writeSharedText(Path file, String text) {
    try (PendingFile pending = PendingFile.of(file)) {
      pending.out().write(text.getBytes(StandardCharsets.UTF_8));
      pending.keep();
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
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
}
