package org.unroll.datasets.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigException;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Default;

/**
 * Reads one YAML file of the catalogue. A mistake in it is ours: {@link IllegalStateException}.
 *
 * <p>{@code files} and, if the publisher's own have another layout, {@code original} list files.
 * One has a {@code name} (a folder's ends in a slash), {@code bytes} and {@code sha256}. What the
 * files of a list have in common stands once above it: {@code base}, the beginning of their
 * addresses, or {@code archive}, the address or name of the archive they are in, under the name
 * {@code of} if that differs.
 */
final class CatalogReader {
  private final String name;

  /** The file. */
  private record Sheet(
      String title,
      String licence,
      String citation,
      String homepage,
      Form form,
      Optional<String> obtain,
      Optional<String> base,
      Optional<String> archive,
      List<Item> files,
      @Default("[]") List<Item> original,
      @Default("{}") Map<String, String> splits) {}

  /** A file that is listed in it. */
  private record Item(
      String name,
      Optional<String> url,
      Optional<String> archive,
      Optional<String> of,
      Optional<String> sha256,
      @Default("-1") long bytes) {}

  /**
   * @param name the data set's name, that of the file without {@code .yaml}
   */
  CatalogReader(String name) {
    this.name = name;
  }

  CatalogEntry read(String yaml) {
    Sheet sheet = sheet(yaml);
    List<Layout> layouts = new ArrayList<>();
    layouts.add(new Layout(files(sheet.files(), sheet.base(), sheet.archive())));
    if (!sheet.original().isEmpty()) {
      layouts.add(new Layout(files(sheet.original(), Optional.empty(), Optional.empty())));
    }
    if (sheet.obtain().isEmpty() && layouts.stream().noneMatch(CatalogReader::isPublic)) {
      throw wrong("neither url of every file nor an obtain text");
    }
    checkSplits(sheet.splits(), layouts.get(0));
    return new CatalogEntry(
        name,
        sheet.title(),
        sheet.licence(),
        sheet.citation(),
        sheet.homepage(),
        sheet.form(),
        sheet.obtain(),
        layouts,
        sheet.splits());
  }

  private Sheet sheet(String yaml) {
    try {
      ConfigText text = new ConfigText(name + ".yaml", yaml);
      return new ConfigLoader<>(Sheet.class).load(text, List.of(), List.of()).config();
    } catch (ConfigException e) {
      throw new IllegalStateException("catalogue: " + e.getMessage(), e);
    }
  }

  private static boolean isPublic(Layout layout) {
    return layout.files().stream().allMatch(file -> file.url().isPresent());
  }

  private List<CatalogFile> files(
      List<Item> items, Optional<String> base, Optional<String> archive) {
    if (items.isEmpty()) {
      throw wrong("no files");
    }
    List<CatalogFile> files = new ArrayList<>();
    for (Item item : items) {
      check(item);
      Optional<String> url = item.url().or(() -> base.map(start -> start + item.name()));
      files.add(file(item, url, item.archive().or(() -> archive)));
    }
    return files;
  }

  private void check(Item item) {
    String file = item.name();
    String path = file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
    if (!SafePath.isSafe(path) || file.startsWith(".")) {
      throw wrong("file name " + file);
    }
    if (item.sha256().isPresent() && !item.sha256().get().matches("[0-9a-f]{64}")) {
      throw wrong("sha256 of " + file);
    }
  }

  private CatalogFile file(Item item, Optional<String> url, Optional<String> archive) {
    String file = item.name();
    if (archive.isEmpty() && (file.endsWith("/") || item.of().isPresent())) {
      throw wrong("no archive that has " + file);
    }
    return new CatalogFile(
        file,
        url.or(() -> archive).filter(address -> address.contains("://")).map(URI::create),
        archive.map(address -> packed(address, item.of().orElse(file))),
        item.sha256(),
        item.bytes());
  }

  /** The whole archive is {@code of: /}. */
  private static CatalogFile.Packed packed(String archive, String member) {
    String archiveName = archive.substring(archive.lastIndexOf('/') + 1);
    return new CatalogFile.Packed(archiveName, member.equals("/") ? "" : member);
  }

  private void checkSplits(Map<String, String> splits, Layout layout) {
    List<String> names = layout.files().stream().map(CatalogFile::name).toList();
    splits.forEach(
        (split, file) -> {
          if (!names.contains(file)) {
            throw wrong("split " + split + " is no file of the set");
          }
        });
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException("catalogue: " + name + ".yaml: " + what);
  }
}
