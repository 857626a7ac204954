package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.catalog.FetchPlace.Arrival;

/**
 * Fills one folder of the cache, under its lock, from the mirror or else from the public address. A
 * file or folder appears there only whole and verified: all work is done in the sub-folder {@code
 * .incoming}, which also keeps broken downloads for the next attempt.
 */
final class Fetch {
  private final CatalogEntry entry;
  private final Path folder;
  private final Path incoming;
  private final StoreSettings settings;
  private final Download download;

  Fetch(CatalogEntry entry, Path folder, StoreSettings settings, DataAccess access) {
    this.entry = entry;
    this.folder = folder;
    this.incoming = folder.resolve(".incoming");
    this.settings = settings;
    this.download = new Download(settings.patience(), access);
  }

  /**
   * @return the folder, filled
   */
  Path run() {
    try {
      Files.createDirectories(incoming);
      if (!filledFromMirror()) {
        fill(publicLayout(), new PublicAddress(entry, folder, download, incoming));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mirror may hold any layout. What it has must be right for one of them. */
  private boolean filledFromMirror() throws IOException {
    Optional<FetchPlace> mirror = mirror();
    List<UserError> refused = new ArrayList<>();
    for (Layout layout : entry.layouts()) {
      try {
        // without a mirror: another process may have filled it while this one waited for the lock
        if (layout.isIn(folder) || mirror.isPresent() && fill(layout, mirror.get())) {
          return true;
        }
      } catch (UserError e) {
        refused.add(e);
      }
    }
    if (!refused.isEmpty()) {
      throw refused.get(0);
    }
    return false;
  }

  private Optional<FetchPlace> mirror() {
    Optional<Path> mirror = settings.mirrorFolder();
    if (mirror.isPresent()) {
      return Optional.of(new MirrorFolder(mirror.get().resolve(entry.name())));
    }
    return settings
        .mirrorAddress()
        .filter(address -> !settings.offline())
        .map(address -> new MirrorAddress(address, entry.name(), download, incoming));
  }

  /** The first layout of which everything that lacks has a public address. */
  private Layout publicLayout() {
    for (Layout layout : entry.layouts()) {
      List<CatalogFile> missing = layout.missingIn(folder);
      if (missing.stream().allMatch(file -> file.url().isPresent())) {
        if (settings.offline()) {
          String first = comesAs(missing.get(0));
          throw new UserError(
              "%s lacks %s, and --offline forbids to fetch it. Run once without --offline, or set UNROLL_MIRROR to a folder that has %s/%s."
                  .formatted(folder, missing.get(0).name(), entry.name(), first));
        }
        return layout;
      }
    }
    CatalogFile first = entry.preferred().missingIn(folder).get(0);
    throw new UserError(
        "%s cannot be fetched: it has no public address to download %s from.\n%s\nPut it into %s, or set UNROLL_MIRROR to a folder that has %s/%s."
            .formatted(
                entry.name(),
                first.name(),
                entry.obtain().orElse(""),
                folder,
                entry.name(),
                comesAs(first)));
  }

  private static String comesAs(CatalogFile file) {
    return file.packed().map(CatalogFile.Packed::archive).orElse(file.name());
  }

  /** Brings what the layout lacks; false if the place lacks something. */
  private boolean fill(Layout layout, FetchPlace place) throws IOException {
    Map<String, List<CatalogFile>> packed = new LinkedHashMap<>();
    for (CatalogFile file : layout.missingIn(folder)) {
      Optional<Arrival> whole = place.whole(file);
      if (whole.isPresent()) {
        accept(file, whole.get());
      } else if (file.packed().isPresent()) {
        packed.computeIfAbsent(file.packed().get().archive(), name -> new ArrayList<>()).add(file);
      } else {
        return false;
      }
    }
    for (List<CatalogFile> files : packed.values()) {
      Optional<Arrival> archive = place.archive(files.get(0));
      if (archive.isEmpty()) {
        return false;
      }
      unpack(archive.get(), files);
    }
    return true;
  }

  private void unpack(Arrival archive, List<CatalogFile> files) throws IOException {
    Map<CatalogFile, Path> targets = new LinkedHashMap<>();
    for (CatalogFile file : files) {
      Path target = incoming.resolve("unpacked-" + SafePath.flat(file.name()));
      delete(target); // left by a fetch that was killed
      targets.put(file, target);
    }
    try {
      new Unpacking(Archive.of(archive.path(), archive.source()), targets).run();
      for (Map.Entry<CatalogFile, Path> target : targets.entrySet()) {
        String source = archive.source() + " (" + target.getKey().packed().get().member() + ")";
        accept(target.getKey(), new Arrival(target.getValue(), source, true));
      }
    } finally {
      if (archive.ours()) {
        Files.deleteIfExists(archive.path());
      }
      for (Path target : targets.values()) {
        delete(target);
      }
    }
  }

  /** Moves a file into place if its digest is right, and deletes it otherwise. */
  private void accept(CatalogFile file, Arrival arrival) throws IOException {
    Path arrived = arrival.path();
    if (!arrival.ours()) {
      arrived = incoming.resolve("copied-" + SafePath.flat(file.name()));
      copy(arrival.path(), arrived);
    }
    FileState state = FileState.of(entry, file, arrived);
    if (state.kind() == FileState.Kind.CHANGED) {
      delete(arrived);
      throw state.changed(
          Path.of(file.name()),
          "It came from "
              + arrival.source()
              + " and was not kept. Try again, or use another mirror.");
    }
    Path place = folder.resolve(file.name());
    Files.createDirectories(place.getParent());
    Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What was at the target is gone afterwards. */
  private static void copy(Path source, Path target) throws IOException {
    delete(target);
    if (Files.isDirectory(source)) {
      FileUtils.copyDirectory(source.toFile(), target.toFile(), false);
    } else {
      FileUtils.copyFile(source.toFile(), target.toFile(), false);
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      FileUtils.forceDelete(path.toFile());
    }
  }
}
