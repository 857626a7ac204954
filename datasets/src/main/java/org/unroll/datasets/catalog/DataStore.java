package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.config.UserError;

/**
 * Gives a data set as a folder of verified files, fetching what is missing. Looked for in this
 * order: mirror, cache, the public address. A mirror that lacks a file is passed over; one that
 * cannot be reached, or has another file, is an error, as whoever set it should know.
 *
 * <p>A mirror that is a folder and holds all files of the set is read in place: it may be large and
 * shared, a copy would double the space and hide a change. If it lacks some, the others are copied.
 * Digests are computed on every fetch, a few hundred megabytes a second, so there is no mark that
 * could outlive what it stands for. Thread-safe; processes wait for each other.
 */
public final class DataStore {
  private final Catalog catalog;
  private final StoreSettings settings;
  private final Progress progress;

  public DataStore(Catalog catalog, StoreSettings settings, Progress progress) {
    this.catalog = catalog;
    this.settings = settings;
    this.progress = progress;
  }

  /** The bundled catalogue with the settings of the environment. */
  public static DataStore open(boolean offline, Progress progress) {
    return new DataStore(Catalog.bundled(), StoreSettings.of(System.getenv(), offline), progress);
  }

  /**
   * @return a folder with all files of the data set, verified; not to be written to
   * @throws UserError if there is no such set, a file cannot be had, or a digest differs
   */
  public Path fetch(String name) {
    CatalogEntry entry = catalog.get(name);
    Optional<Path> here = find(name);
    if (here.isPresent()) {
      requireUnchanged(entry, here.get());
      return here.get();
    }
    Path folder = settings.cache().resolve(name);
    try {
      Files.createDirectories(folder);
      FetchLock.whileHeld(
          folder.resolve(".lock"),
          () -> progress.report("waiting for another download of " + name, 0, -1),
          () -> new Fetch(entry, folder, settings, progress).run());
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "cannot keep %s in %s: %s. Set UNROLL_CACHE to a folder you may write to."
              .formatted(name, folder, e),
          e);
    }
    requireUnchanged(entry, folder); // also what an earlier fetch left and this one found
    return folder;
  }

  /** The folder that holds all files of the data set, without fetching or verifying. */
  public Optional<Path> find(String name) {
    CatalogEntry entry = catalog.get(name);
    return settings
        .mirrorFolder()
        .map(mirror -> mirror.resolve(name))
        .filter(folder -> isComplete(folder, entry))
        .or(
            () ->
                Optional.of(settings.cache().resolve(name))
                    .filter(folder -> isComplete(folder, entry)));
  }

  /** Computes the digest of every file that is there; connects to nothing. */
  public List<FileState> verify(String name) {
    CatalogEntry entry = catalog.get(name);
    Path folder = find(name).orElse(settings.cache().resolve(name));
    List<FileState> states = new ArrayList<>();
    for (CatalogFile file : entry.files()) {
      states.add(state(entry, file, folder.resolve(file.name())));
    }
    return states;
  }

  static FileState state(CatalogEntry entry, CatalogFile file, Path path) {
    if (!Files.isRegularFile(path)) {
      return new FileState(file, FileState.Kind.MISSING, "");
    }
    String found = Digest.sha256(path);
    if (file.sha256().isEmpty()) {
      return new FileState(file, FileState.Kind.UNVERIFIED, found);
    }
    if (file.sha256().get().equals(found)) {
      return new FileState(file, FileState.Kind.VERIFIED, found);
    }
    boolean rolling = entry.form() == Form.ROLLING;
    return new FileState(file, rolling ? FileState.Kind.UNVERIFIED : FileState.Kind.CHANGED, found);
  }

  /**
   * @param what to do about it
   */
  static UserError changed(Path path, FileState state, String what) {
    return new UserError(
        """
        %s is not the file the catalogue knows: SHA-256 %s,
        expected %s. %s"""
            .formatted(path, state.found(), state.file().sha256().orElse("none"), what));
  }

  private static void requireUnchanged(CatalogEntry entry, Path folder) {
    for (CatalogFile file : entry.files()) {
      Path path = folder.resolve(file.name());
      FileState state = state(entry, file, path);
      if (state.kind() == FileState.Kind.CHANGED) {
        throw changed(
            path, state, "Delete or replace it; in the cache the next run fetches it again.");
      }
    }
  }

  private static boolean isComplete(Path folder, CatalogEntry entry) {
    for (CatalogFile file : entry.files()) {
      if (!Files.isRegularFile(folder.resolve(file.name()))) {
        return false;
      }
    }
    return true;
  }
}
