package org.unroll.datasets.caption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.Tables;

/**
 * Makes rows of captions from the cells of a file.
 *
 * @param file for messages
 */
record CaptionRowMaker(String file, CaptionColumns columns, Wanted wanted)
    implements Tables.Layout<CaptionRow> {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  /**
   * What is read beside the picture's name.
   *
   * @param captions none if the pictures are to be captioned
   * @param parts whether the column that says it is looked at
   * @param group column by which pictures are kept together
   */
  record Wanted(boolean captions, boolean parts, Optional<String> group) {
    static final Wanted NAMES = new Wanted(false, false, Optional.empty());
    static final Wanted CAPTIONS = new Wanted(true, false, Optional.empty());
  }

  @Override
  public Tables.RowMaker<CaptionRow> of(List<String> header) {
    int image = ColumnNames.find(columns.image(), header, file);
    int caption = wanted.captions() ? ColumnNames.find(columns.caption(), header, file) : -1;
    int part = wanted.parts() ? header.indexOf(columns.split()) : -1;
    int group = wanted.group().map(name -> ColumnNames.find(name, header, file)).orElse(-1);
    return (cells, origin) ->
        new CaptionRow(
            Cells.filled(cells.get(image), columns.image()),
            caption < 0 ? List.of() : captions(cells.get(caption)),
            part < 0 ? Optional.empty() : part(cells.get(part).strip()),
            group < 0
                ? Optional.empty()
                : Optional.of(Cells.filled(cells.get(group), header.get(group))),
            origin);
  }

  /** The caption of a cell, or those of a list in JSON. */
  private List<String> captions(String cell) {
    List<String> captions = new ArrayList<>();
    for (String each : listed(cell)) {
      String caption = Cells.filled(each, columns.caption());
      if (caption.codePoints().noneMatch(Character::isLetterOrDigit)) {
        throw new BadCell("a caption without a word: " + caption);
      }
      captions.add(caption);
    }
    return captions;
  }

  private static List<String> listed(String cell) {
    String text = cell.strip();
    if (!text.startsWith("[\"") || !text.endsWith("\"]")) {
      return List.of(cell);
    }
    try {
      List<String> captions = Json.MAPPER.readValue(text, TEXTS);
      return captions.stream().map(each -> each == null ? "" : each).toList();
    } catch (JsonProcessingException e) {
      return List.of(cell); // a caption that happens to look like a list
    }
  }

  private Optional<Split> part(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Optional<Split> named = named(cell);
    if (named.isEmpty()) {
      throw new BadCell(
          "'%s' in column \"%s\"; expected train, validation or test"
              .formatted(cell, columns.split()));
    }
    return named;
  }

  /** The part that a cell names; empty if it names none. */
  static Optional<Split> named(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "train", "training", "restval" -> Optional.of(Split.TRAIN); // Karpathy's is for both
      case "val", "valid", "validation", "dev" -> Optional.of(Split.VALIDATION);
      case "test", "testing" -> Optional.of(Split.TEST);
      default -> Optional.empty();
    };
  }

  /** Captions of a text that stands beside a picture, each a line. */
  Tables.Layout<CaptionRow> beside(String image) {
    return header ->
        (cells, origin) ->
            new CaptionRow(
                image, captions(cells.get(0)), Optional.empty(), Optional.empty(), origin);
  }
}
