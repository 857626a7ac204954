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

/** Reads one YAML file of the catalogue. A mistake in it is ours: {@link IllegalStateException}. */
final class CatalogReader {
  private static final Set<String> KEYS =
      Set.of(
          "title", "licence", "citation", "homepage", "form", "obtain", "note", "files", "splits");
  private static final Set<String> FILE_KEYS = Set.of("name", "url", "of", "sha256", "bytes");

  private final String name;

  /**
   * @param name the data set's name, that of the file without {@code .yaml}
   */
  CatalogReader(String name) {
    this.name = name;
  }

  CatalogEntry read(String yaml) {
    Map<?, ?> map = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), KEYS);
    List<CatalogFile> files = files(map.get("files"));
    Optional<String> obtain = optional(map, "obtain");
    for (CatalogFile file : files) {
      if (file.url().isEmpty() && obtain.isEmpty()) {
        throw wrong(file.name() + " has neither url nor is there an obtain text");
      }
    }
    return new CatalogEntry(
        name,
        required(map, "title"),
        required(map, "licence"),
        required(map, "citation"),
        required(map, "homepage"),
        Form.valueOf(required(map, "form").toUpperCase(Locale.ROOT)),
        obtain,
        files,
        splits(map.get("splits"), files));
  }

  private List<CatalogFile> files(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw wrong("no files");
    }
    List<CatalogFile> files = new ArrayList<>();
    for (Object item : list) {
      files.add(file(map(item, FILE_KEYS)));
    }
    return List.copyOf(files);
  }

  private CatalogFile file(Map<?, ?> map) {
    String file = required(map, "name");
    if (!SafePath.isSafe(file) || file.startsWith(".")) {
      throw wrong("file name " + file);
    }
    Optional<String> sha256 = optional(map, "sha256");
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
      throw wrong("sha256 of " + file);
    }
    long bytes = map.get("bytes") instanceof Number number ? number.longValue() : -1;
    return new CatalogFile(
        file, optional(map, "url").map(URI::create), optional(map, "of"), sha256, bytes);
  }

  private Map<String, String> splits(Object value, List<CatalogFile> files) {
    List<String> names = files.stream().map(CatalogFile::name).toList();
    Map<String, String> splits = new LinkedHashMap<>();
    for (Map.Entry<?, ?> split : map(value, Set.of("train", "validation", "test")).entrySet()) {
      if (!names.contains(split.getValue())) {
        throw wrong("split " + split.getKey() + " is no file of the set");
      }
      splits.put((String) split.getKey(), (String) split.getValue());
    }
    return Map.copyOf(splits);
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
