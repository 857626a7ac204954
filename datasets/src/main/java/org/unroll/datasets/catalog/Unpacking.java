package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;

/**
 * Takes files and folders out of an archive. Single files go to paths the caller names; of a folder
 * the names inside it are kept.
 *
 * @param targets where each goes; nothing may be there yet
 */
record Unpacking(Archive archive, Map<CatalogFile, Path> targets) {
  /**
   * @throws UserError if the archive is damaged, hostile, lacks something or has it twice
   */
  void run() throws IOException {
    Set<CatalogFile> found = new HashSet<>();
    archive.read(name -> wanted(name).isPresent(), (name, content) -> write(name, content, found));
    for (CatalogFile file : targets.keySet()) {
      if (!found.contains(file)) {
        throw new UserError(
            "%s has no member %s; its publisher has changed it. Tell the maintainers of the catalogue."
                .formatted(archive.source(), member(file)));
      }
    }
  }

  private Optional<CatalogFile> wanted(String name) {
    for (CatalogFile file : targets.keySet()) {
      String member = member(file);
      if (file.isFolder() ? name.startsWith(member) : name.equals(member)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static String member(CatalogFile file) {
    return file.packed().orElseThrow().member();
  }

  private void write(String name, InputStream content, Set<CatalogFile> found) throws IOException {
    CatalogFile file = wanted(name).orElseThrow();
    Path target = targets.get(file);
    Path place = file.isFolder() ? target.resolve(name.substring(member(file).length())) : target;
    Files.createDirectories(place.toAbsolutePath().getParent());
    try {
      Files.copy(content, place);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          "%s has two members '%s'; it was not used.".formatted(archive.source(), name), e);
    }
    found.add(file);
  }
}
