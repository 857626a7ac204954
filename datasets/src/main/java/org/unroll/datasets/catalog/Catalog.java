package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;

/** The data sets known by name: one YAML file each beside this class. Immutable. */
public final class Catalog {
  private final List<CatalogEntry> entries;

  public Catalog(List<CatalogEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * The catalogue that ships with Unroll: the files that {@code index.txt} names, as a jar cannot
   * be listed like a folder.
   */
  public static Catalog bundled() {
    List<CatalogEntry> entries = new ArrayList<>();
    for (String name : resource("index.txt").lines().toList()) {
      entries.add(new CatalogReader(name).read(resource(name + ".yaml")));
    }
    return new Catalog(entries);
  }

  /** All data sets, in the order of their names. */
  public List<CatalogEntry> entries() {
    return entries;
  }

  /** Whether there is a data set of this name. */
  public boolean contains(String name) {
    return entries.stream().anyMatch(entry -> entry.name().equals(name));
  }

  /**
   * @throws UserError if there is none of this name; it says the nearest one
   */
  public CatalogEntry get(String name) {
    for (CatalogEntry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    String near =
        NearestName.of(name, names()).map(known -> "; did you mean " + known + "?").orElse(".");
    throw new UserError(
        "unknown data set '%s'%s Known: %s. A path to your own files needs a '/' or a file ending."
            .formatted(name, near, String.join(", ", names())));
  }

  private List<String> names() {
    return entries.stream().map(CatalogEntry::name).toList();
  }

  private static String resource(String file) {
    try (InputStream in = Catalog.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("catalogue: no file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
