package org.unroll.core.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.OneLine;

/**
 * The zip of a {@link ModelBundle}, read as if a stranger had made it: entries of known names
 * alone, each once, none that unpacks to far more than it can hold, each as long and with the check
 * sum that the zip says. In the file of a stranger DL4J's own reader would run whatever {@code
 * preprocessor.bin} says (Java serialisation), and Java's zip file system follows names out of the
 * folder. Not thread-safe.
 */
final class BundleFile implements Closeable {
  static final String CONFIG = "config.yaml";
  static final String STATE = "state.json";
  static final String STREAM = "stream-";
  static final String FITTED = "fitted-";

  private static final Set<String> NAMES =
      Set.of(
          ModelSerializer.CONFIGURATION_JSON,
          ModelSerializer.COEFFICIENTS_BIN,
          ModelSerializer.UPDATER_BIN,
          CONFIG,
          STATE);
  private static final Pattern PARTS =
      Pattern.compile("(" + FITTED + "[A-Za-z0-9]|" + STREAM + "[A-Za-z0-9%])[A-Za-z0-9._+*%-]*");

  /** What any entry may unpack to, and how often its packed size a larger one. */
  private static final long SMALL = 16 << 20;

  private static final int RATIO = 100;

  private final ZipFile zip;

  private BundleFile(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * @throws IOException if it is no zip, or one with other entries
   */
  static BundleFile open(Path file) throws IOException {
    BundleFile bundle = new BundleFile(new ZipFile(file.toAbsolutePath().toFile()));
    try {
      Set<String> names = new HashSet<>();
      for (ZipEntry each : bundle.entries()) {
        require(each);
        if (!names.add(each.getName())) {
          throw new DamagedEntry(OneLine.of(each.getName()), "is there twice");
        }
      }
      return bundle;
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private List<? extends ZipEntry> entries() {
    return zip.stream().toList();
  }

  private static void require(ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (!NAMES.contains(name) && !PARTS.matcher(name).matches()) {
      throw new DamagedEntry(OneLine.of(name), "is none that this project writes");
    }
    if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
      throw new DamagedEntry(name, "has no size");
    }
    boolean numbers = name.endsWith(".bin") && NAMES.contains(name); // as many as the graph says
    long most = Math.max(SMALL, RATIO * entry.getCompressedSize());
    if (!numbers && entry.getSize() > most) {
      throw new DamagedEntry(
          name,
          "would unpack %,d bytes to %,d, which nothing that a training learnt does"
              .formatted(entry.getCompressedSize(), entry.getSize()));
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** Names that begin so, without what they begin with, in order. */
  List<String> parts(String prefix) {
    List<String> parts = new ArrayList<>();
    for (ZipEntry each : entries()) {
      if (each.getName().startsWith(prefix)) {
        parts.add(each.getName().substring(prefix.length()));
      }
    }
    return parts.stream().sorted().toList();
  }

  byte[] bytes(String name) throws IOException {
    try (InputStream in = stream(name)) {
      return in.readAllBytes();
    }
  }

  /** Unpacks an entry to a new file. */
  void extract(String name, Path file) throws IOException {
    try (InputStream in = stream(name)) {
      Files.copy(in, file);
    }
  }

  /** An array of any shape; of a vector of the graph how many numbers it must hold. */
  INDArray array(String name, Optional<Long> length) throws IOException {
    try (InputStream in = stream(name)) {
      return new StoredArray(name, in, zip.getEntry(name).getSize()).read(length);
    }
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry " + name);
    }
    return new EntryStream(zip.getInputStream(entry), entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
