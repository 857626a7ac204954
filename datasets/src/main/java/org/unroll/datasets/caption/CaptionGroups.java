package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/**
 * Puts the captions of each picture together, wherever in the file they stand.
 *
 * @param tables how many may name pictures that are not there
 */
record CaptionGroups(NamedContents contents, Tables tables, DataAccess access) {

  /**
   * Pictures in the order of their first captions; those without captions are left out.
   *
   * @throws UserError if too many are not there, or one is in two parts
   */
  List<NamedCaptions> of(Path file, List<CaptionRow> rows) {
    Map<String, List<CaptionRow>> found = new LinkedHashMap<>();
    List<BadRow> bad = new ArrayList<>();
    for (CaptionRow row : rows) {
      try {
        String name = contents.find(row.image());
        found.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
      } catch (BadCell e) {
        bad.add(new BadRow(row.origin(), e.getMessage()));
      }
    }
    List<NamedCaptions> groups = new ArrayList<>();
    found.forEach((name, captions) -> groups.add(group(name, captions)));
    TableRows<NamedCaptions> read = new TableRows<>(groups, bad, rows.size(), List.of());
    requireAny(file, read);
    tables.requireFewBad(file.toString(), read);
    return read.reported(file, access);
  }

  private void requireAny(Path file, TableRows<NamedCaptions> read) {
    if (read.rows().isEmpty() && !read.bad().isEmpty()) {
      throw new UserError(
          "%s: none of its pictures is found: %s; %s"
              .formatted(file, read.bad().get(0), contents.remedy()));
    }
  }

  private static NamedCaptions group(String found, List<CaptionRow> rows) {
    CaptionRow first = rows.get(0);
    List<String> captions = new ArrayList<>();
    Optional<Split> part = Optional.empty();
    for (CaptionRow row : rows) {
      captions.addAll(row.captions());
      if (part.isPresent() && row.part().isPresent() && !part.equals(row.part())) {
        throw inTwoParts(first.image(), part.get(), row.part().get(), row.origin());
      }
      part = part.or(row::part);
    }
    String group = first.group().orElse(first.image());
    return new NamedCaptions(first.image(), found, captions, part, group, first.origin());
  }

  static UserError inTwoParts(String picture, Split one, Split other, Object origin) {
    return new UserError(
        "%s: '%s' is in two parts, %s and %s; what a net was trained on says nothing of it: take it out of one"
            .formatted(origin, picture, one.key(), other.key()));
  }

  /** Says how many pictures nobody wrote a caption for. */
  void tellUncaptioned(List<NamedCaptions> groups) {
    Set<String> captioned = new HashSet<>();
    groups.forEach(group -> captioned.add(group.found()));
    long uncaptioned = contents.names().stream().filter(name -> !captioned.contains(name)).count();
    if (uncaptioned > 0) {
      access
          .notices()
          .accept(
              "%s: %,d of %,d pictures have no caption and are left out"
                  .formatted(contents.path(), uncaptioned, contents.names().size()));
    }
  }
}
