package org.unroll.datasets.catalog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a file that is being downloaded: {@code <file>.part}, and {@code <file>.from}
 * with the address and the validator (ETag or date) of the version it belongs to. Without a
 * validator nothing is taken up again.
 */
final class PartFile {
  private final Path target;
  private final Path part;
  private final Path from;
  private final URI source;

  PartFile(Path target, URI source) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.from = target.resolveSibling(target.getFileName() + ".from");
    this.source = source;
  }

  Path path() {
    return part;
  }

  /** Bytes a new attempt can build on; 0 if it must start afresh. */
  long usableBytes() throws IOException {
    if (!Files.exists(part) || validator().isEmpty()) {
      return 0;
    }
    return Files.size(part);
  }

  /** The validator of the version the part belongs to; empty if unknown or of another address. */
  String validator() throws IOException {
    if (!Files.exists(from)) {
      return "";
    }
    List<String> lines = Files.readAllLines(from);
    boolean same = lines.size() == 2 && lines.get(0).equals(source.toString());
    return same ? lines.get(1) : "";
  }

  /** Throws away what is there, to begin with the version of this validator. */
  void restart(Optional<String> validator) throws IOException {
    discard(); // part first: if we are killed in between, no old bytes meet the new validator
    if (validator.isPresent()) {
      Files.write(from, List.of(source.toString(), validator.get()));
    }
  }

  void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(from);
  }

  /** The download is whole. */
  void finish() throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(from);
  }
}
