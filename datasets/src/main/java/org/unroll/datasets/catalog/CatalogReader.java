package org.unroll.datasets.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "licence",
          "citation",
          "homepage",
          "form",
          "obtain",
          "base",
          "archive",
          "files",
          "original",
          "splits");
  private static final Set<String> FILE_KEYS =
      Set.of("name", "url", "archive", "of", "sha256", "bytes");

  private final String name;

  /**
   * @param name the data set's name, that of the file without {@code .yaml}
   */
  CatalogReader(String name) {
    this.name = name;
  }

  CatalogEntry read(String yaml) {
    Map<?, ?> map = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), KEYS);
    List<Layout> layouts = new ArrayList<>();
    layouts.add(new Layout(files(map.get("files"), map)));
    if (map.get("original") != null) {
      layouts.add(new Layout(files(map.get("original"), Map.of())));
    }
    Optional<String> obtain = optional(map, "obtain");
    if (obtain.isEmpty() && layouts.stream().noneMatch(CatalogReader::isPublic)) {
      throw wrong("neither url of every file nor an obtain text");
    }
    return new CatalogEntry(
        name,
        required(map, "title"),
        required(map, "licence"),
        required(map, "citation"),
        required(map, "homepage"),
        Form.valueOf(required(map, "form").toUpperCase(Locale.ROOT)),
        obtain,
        layouts,
        splits(map.get("splits"), layouts.get(0)));
  }

  private static boolean isPublic(Layout layout) {
    return layout.files().stream().allMatch(file -> file.url().isPresent());
  }

  private List<CatalogFile> files(Object value, Map<?, ?> common) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw wrong("no files");
    }
    List<CatalogFile> files = new ArrayList<>();
    for (Object item : list) {
      files.add(file(map(item, FILE_KEYS), common));
    }
    return List.copyOf(files);
  }

  private CatalogFile file(Map<?, ?> map, Map<?, ?> common) {
    String file = required(map, "name");
    String path = file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
    if (!SafePath.isSafe(path) || file.startsWith(".")) {
      throw wrong("file name " + file);
    }
    Optional<String> sha256 = optional(map, "sha256");
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
      throw wrong("sha256 of " + file);
    }
    Optional<String> url =
        optional(map, "url").or(() -> optional(common, "base").map(base -> base + file));
    Optional<String> archive = optional(map, "archive").or(() -> optional(common, "archive"));
    if (archive.isEmpty() && (file.endsWith("/") || map.get("of") != null)) {
      throw wrong("no archive that has " + file);
    }
    long bytes = map.get("bytes") instanceof Number number ? number.longValue() : -1;
    return new CatalogFile(
        file,
        url.or(() -> archive).filter(address -> address.contains("://")).map(URI::create),
        archive.map(address -> packed(address, optional(map, "of").orElse(file))),
        sha256,
        bytes);
  }

  /** The whole archive is {@code of: /}. */
  private static CatalogFile.Packed packed(String archive, String member) {
    String archiveName = archive.substring(archive.lastIndexOf('/') + 1);
    return new CatalogFile.Packed(archiveName, member.equals("/") ? "" : member);
  }

  private Map<String, String> splits(Object value, Layout layout) {
    Map<String, String> splits = new LinkedHashMap<>();
    if (value == null) {
      return splits;
    }
    List<String> names = layout.files().stream().map(CatalogFile::name).toList();
    for (Map.Entry<?, ?> split : map(value, Set.of("train", "validation", "test")).entrySet()) {
      if (!names.contains(split.getValue())) {
        throw wrong("split " + split.getKey() + " is no file of the set");
      }
      splits.put((String) split.getKey(), (String) split.getValue());
    }
    return splits;
  }

  private Map<?, ?> map(Object value, Set<String> keys) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("a map was expected, not " + value);
    }
    for (Object key : map.keySet()) {
      if (!keys.contains(key)) {
        throw wrong("unknown key " + key);
      }
    }
    return map;
  }

  private String required(Map<?, ?> map, String key) {
    return optional(map, key).orElseThrow(() -> wrong("no " + key));
  }

  private Optional<String> optional(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key)).map(value -> value.toString().strip());
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException("catalogue, " + name + ".yaml: " + what);
  }
}
