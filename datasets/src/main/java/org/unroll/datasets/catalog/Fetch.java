package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.config.UserError;

/**
 * Fills one folder of the cache, under its lock. A file appears there only whole and verified: all
 * work is done in the sub-folder {@code .incoming}, which also keeps broken downloads for the next
 * attempt.
 */
final class Fetch {
  private final CatalogEntry entry;
  private final Path folder;
  private final Path incoming;
  private final StoreSettings settings;
  private final Download download;

  Fetch(CatalogEntry entry, Path folder, StoreSettings settings, Progress progress) {
    this.entry = entry;
    this.folder = folder;
    this.incoming = folder.resolve(".incoming");
    this.settings = settings;
    this.download = new Download(settings.patience(), progress);
  }

  void run() {
    try {
      Files.createDirectories(incoming);
      Map<URI, Map<String, CatalogFile>> archives = new LinkedHashMap<>();
      for (CatalogFile file : entry.files()) {
        // another process may have brought it while this one waited for the lock
        boolean there = Files.exists(folder.resolve(file.name()));
        if (!there && !copied(file) && !mirrored(file)) {
          URI url = requirePublic(file);
          if (file.member().isPresent()) {
            archives
                .computeIfAbsent(url, key -> new LinkedHashMap<>())
                .put(file.member().get(), file);
          } else {
            requireFound(download.fetch(url, incoming(file)), url);
            accept(file, url.toString());
          }
        }
      }
      for (Map.Entry<URI, Map<String, CatalogFile>> archive : archives.entrySet()) {
        unpack(archive.getKey(), archive.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean copied(CatalogFile file) throws IOException {
    Optional<Path> mirror = settings.mirrorFolder();
    if (mirror.isEmpty()) {
      return false;
    }
    Path source = mirror.get().resolve(entry.name()).resolve(file.name());
    if (!Files.isRegularFile(source)) {
      return false;
    }
    Files.copy(source, incoming(file), StandardCopyOption.REPLACE_EXISTING);
    accept(file, source.toString());
    return true;
  }

  private boolean mirrored(CatalogFile file) throws IOException {
    Optional<String> mirror = settings.mirrorAddress();
    if (mirror.isEmpty() || settings.offline()) {
      return false;
    }
    URI source = address(mirror.get(), entry.name() + "/" + file.name());
    if (!download.fetch(source, incoming(file))) {
      return false;
    }
    accept(file, source.toString());
    return true;
  }

  private static URI address(String mirror, String path) {
    try {
      return new URI(mirror).resolve(new URI(null, null, path, null));
    } catch (URISyntaxException e) {
      throw new UserError(
          "UNROLL_MIRROR=%s is no address: %s".formatted(mirror, e.getMessage()), e);
    }
  }

  private URI requirePublic(CatalogFile file) {
    if (file.url().isEmpty()) {
      throw new UserError(
          "%s may not be redistributed, so %s cannot be fetched. %s Put it into %s."
              .formatted(entry.name(), file.name(), entry.obtain().orElse(""), folder));
    }
    if (settings.offline()) {
      throw new UserError(
          "%s lacks %s, and --offline forbids to fetch it. Run once without --offline, or set UNROLL_MIRROR to a folder that has %s/%s."
              .formatted(folder, file.name(), entry.name(), file.name()));
    }
    return file.url().get();
  }

  private void requireFound(boolean found, URI url) {
    if (!found) {
      throw new UserError(
          "cannot fetch %s: %s is no longer there (404). See %s for a new address; with the files at hand, put them into %s."
              .formatted(entry.name(), url, entry.homepage(), folder));
    }
  }

  private void unpack(URI url, Map<String, CatalogFile> members) throws IOException {
    Path archive = incoming.resolve(url.getPath().replaceAll("[^A-Za-z0-9._-]", "_"));
    requireFound(download.fetch(url, archive), url);
    Map<String, Path> targets = new LinkedHashMap<>();
    for (Map.Entry<String, CatalogFile> member : members.entrySet()) {
      targets.put(member.getKey(), incoming(member.getValue()));
    }
    try {
      ZipUnpacker.DEFAULT.unpack(archive, url.toString(), targets);
      for (Map.Entry<String, CatalogFile> member : members.entrySet()) {
        accept(member.getValue(), url + " (" + member.getKey() + ")");
      }
    } finally {
      Files.deleteIfExists(archive);
      for (Path target : targets.values()) {
        Files.deleteIfExists(target);
      }
    }
  }

  /** Moves a file into place if its digest is right, and deletes it otherwise. */
  private void accept(CatalogFile file, String source) throws IOException {
    Path arrived = incoming(file);
    FileState state = DataStore.state(entry, file, arrived);
    if (state.kind() == FileState.Kind.CHANGED) {
      Files.delete(arrived);
      throw DataStore.changed(
          Path.of(file.name()),
          state,
          "It came from " + source + " and was deleted. Try again, or use another mirror.");
    }
    Path place = folder.resolve(file.name());
    Files.createDirectories(place.getParent());
    Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path incoming(CatalogFile file) {
    return incoming.resolve(file.name().replace('/', '_'));
  }
}
