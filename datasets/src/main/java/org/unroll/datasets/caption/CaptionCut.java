package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.LineRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/** Cuts the pictures of one source into its parts. */
record CaptionCut(NamedContents contents, Tables tables, DataAccess access) {

  /**
   * @param split without it the parts that the captions say themselves
   * @throws org.unroll.core.UserError if neither says any, or a picture is in two parts
   */
  Splits<NamedCaptions> cut(List<NamedCaptions> all, Optional<CaptionSplit> split) {
    if (split.isPresent() && split.get().isListed()) {
      return listed(all, split.get());
    }
    if (split.isPresent()) {
      return new RandomSplit(split.get().fractions(), 0).cut(all, NamedCaptions::group);
    }
    Map<String, Split> parts = new HashMap<>();
    all.forEach(each -> each.part().ifPresent(part -> parts.put(each.found(), part)));
    if (parts.isEmpty()) {
      throw CaptionSplit.missing();
    }
    return splits(all, parts);
  }

  private Splits<NamedCaptions> listed(List<NamedCaptions> all, CaptionSplit split) {
    Map<String, NamedCaptions> byName = new HashMap<>();
    all.forEach(each -> byName.put(each.found(), each));
    Map<String, Split> parts = new HashMap<>();
    for (Split part : Split.values()) {
      if (split.list(part).isPresent()) {
        Path list = PlainTextFile.path("data.split." + part.key(), split.list(part).get());
        TableRows<NamedCaptions> named = read(list, byName);
        for (NamedCaptions each : named.reported(list, access)) {
          Split before = parts.put(each.found(), part);
          if (before != null && before != part) {
            throw CaptionGroups.inTwoParts(each.name(), before, part, list);
          }
        }
      }
    }
    return splits(all, parts);
  }

  private TableRows<NamedCaptions> read(Path list, Map<String, NamedCaptions> byName) {
    Tables lists = tables.plain(tables.maxBadRows());
    return lists.read(
        list,
        tables.layout().lineReader(),
        List.of(LineRows.COLUMN),
        (cells, origin) -> captions(cells.get(0), byName));
  }

  private NamedCaptions captions(String name, Map<String, NamedCaptions> byName) {
    NamedCaptions captions = byName.get(contents.find(name));
    if (captions == null) {
      throw new BadCell("'" + name + "' has no caption");
    }
    return captions;
  }

  private Splits<NamedCaptions> splits(List<NamedCaptions> all, Map<String, Split> parts) {
    Map<Split, List<NamedCaptions>> cut = new EnumMap<>(Split.class);
    for (Split part : Split.values()) {
      cut.put(part, new ArrayList<>());
    }
    for (NamedCaptions each : all) {
      Optional.ofNullable(parts.get(each.found())).ifPresent(part -> cut.get(part).add(each));
    }
    if (parts.size() < all.size()) {
      access
          .notices()
          .accept("%,d pictures with captions are in no part".formatted(all.size() - parts.size()));
    }
    return new Splits<>(cut.get(Split.TRAIN), cut.get(Split.VALIDATION), cut.get(Split.TEST));
  }
}
