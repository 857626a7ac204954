package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.run.LockFile;

/**
 * Gives a data set as a folder of verified files, fetching what is missing. Looked for in this
 * order: mirror, cache, the public address. A mirror that lacks a file is passed over; one that
 * cannot be reached, or has another file, is an error, as whoever set it should know.
 *
 * <p>A mirror that is a folder and holds all files of the set is read in place: it may be large and
 * shared, a copy would double the space and hide a change. If it lacks some, or has them packed in
 * an archive, they are copied and unpacked into the cache. Digests are computed on every fetch, a
 * few hundred megabytes a second, so there is no mark that could outlive what it stands for.
 * Thread-safe; processes wait for each other.
 */
public final class DataStore {
  private final Catalog catalog;
  private final StoreSettings settings;
  private final DataAccess access;

  public DataStore(Catalog catalog, StoreSettings settings, DataAccess access) {
    this.catalog = catalog;
    this.settings = settings;
    this.access = access;
  }

  /** The bundled catalogue with the settings of the environment. */
  public static DataStore open(DataAccess access) {
    StoreSettings settings = StoreSettings.of(System.getenv(), access.offline());
    return new DataStore(Catalog.bundled(), settings, access);
  }

  /**
   * @return the data set's folder, all its files verified
   * @throws UserError if there is no such set, a file cannot be had, or a digest differs
   */
  public DataFolder fetch(String name) {
    CatalogEntry entry = catalog.get(name);
    Optional<Path> here = find(name);
    Path folder = here.orElse(settings.cache().resolve(name));
    if (here.isEmpty()) {
      fill(entry, folder);
    }
    // also what an earlier fetch left and this one found
    return Holding.of(entry, folder).orElseThrow().verified();
  }

  private void fill(CatalogEntry entry, Path folder) {
    try {
      Files.createDirectories(folder);
      Fetch fetch = new Fetch(entry, folder, settings, access);
      LockFile.onceFree(
          folder.resolve(".lock"),
          () -> access.notices().accept("waiting for another download of " + entry.name()),
          fetch::run);
    } catch (UncheckedIOException e) {
      throw notKept(entry, folder, e.getCause());
    } catch (IOException e) {
      throw notKept(entry, folder, e);
    }
  }

  private static UserError notKept(CatalogEntry entry, Path folder, IOException e) {
    return new UserError(
        "cannot keep %s in %s: %s: %s. Free some space there, or set UNROLL_CACHE to a folder you may write to."
            .formatted(entry.name(), folder, e.getClass().getSimpleName(), e.getMessage()),
        e);
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
    return Holding.of(entry, folder)
        .map(Holding::states)
        .orElseGet(() -> Holding.states(entry, entry.preferred(), folder));
  }

  private static boolean isComplete(Path folder, CatalogEntry entry) {
    return entry.layouts().stream().anyMatch(layout -> layout.isIn(folder));
  }
}
