package org.unroll.apps.caption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.Split;
import org.unroll.datasets.caption.CaptionPlaces;
import org.unroll.datasets.caption.CaptionSketch;
import org.unroll.datasets.caption.PicturesLook;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableDraft;

/** Drafts a config for pictures with captions: a file of captions, or texts beside pictures. */
final class CaptionDraft {
  static final List<Hint> HINTS =
      List.of(
          Hint.column("image", "The column of the pictures' names."),
          Hint.column("caption", "The column of the captions."));

  /** Pictures of which chance may leave a tenth empty. */
  private static final int FEW = 100;

  private final Draft draft = new Draft();
  private final TableDraft files = new TableDraft(draft);
  private final Hints hints;

  private CaptionDraft(Hints hints) {
    this.hints = hints;
  }

  /**
   * @throws UserError if the files hold no pictures with captions
   */
  static Draft of(List<String> names, Hints hints) {
    List<Path> places = FilePattern.files("init", names);
    places.forEach(PlainTextFile::requireThere);
    return new CaptionDraft(hints).draft(places, CaptionPlaces.of(places));
  }

  private Draft draft(List<Path> places, CaptionPlaces found) {
    if (found.captions().isEmpty()) {
      throw new UserError(
          Draft.told(places)
              + ": no captions; expected a table with columns of pictures and captions, COCO's or Karpathy's JSON, Flickr8k's token file, or a .txt with the name of each picture beside it");
    }
    if (!found.others().isEmpty()) {
      draft.saw("left out, no captions: %s", Draft.told(found.others()));
    }
    GivenFiles given = GivenFiles.of(found.captions());
    if (!given.isCut() && found.captions().size() > 1) {
      throw new UserError(
          "several files of captions (%s); name the one that is meant, or one each called train, val and test"
              .formatted(Draft.told(found.captions())));
    }
    CaptionSketch sketch = CaptionSketch.of(given.training().get(0), hints);
    PicturesLook pictures = given.isCut() ? parts(given, found) : whole(given, found, sketch);
    files.encoding(sketch.encoding());
    told(given.training().get(0), sketch, pictures);
    new CaptionSizes(sketch, pictures, given.isCut()).set(draft);
    return draft;
  }

  /** One file, which tells the parts itself, or is cut by lists of names, or by chance. */
  private PicturesLook whole(GivenFiles given, CaptionPlaces found, CaptionSketch sketch) {
    PicturesLook pictures = pictures(sketch, found.pictures());
    draft.set("data", "source", source(given.source().get(0)));
    images(pictures, sketch);
    Map<String, Object> split = new LinkedHashMap<>();
    if (found.hasLists()) {
      found.lists().forEach((part, list) -> split.put(part.key(), list.toString()));
      draft.saw("parts: by %s", Draft.told(List.copyOf(found.lists().values())));
    } else if (isCut(sketch)) {
      draft.saw("parts: as the captions say");
    } else {
      split.put("by", "random");
      boolean few = sketch.captions().size() < FEW;
      split.put("fractions", few ? List.of(0.6, 0.2, 0.2) : List.of(0.8, 0.1, 0.1));
    }
    if (!split.isEmpty()) {
      draft.set("data", "split", split);
    }
    columns(sketch);
    return pictures;
  }

  private static boolean isCut(CaptionSketch sketch) {
    return sketch.parts().containsAll(Set.of(Split.TRAIN, Split.VALIDATION));
  }

  /** As data sets are told from files by a slash, an ending or none. */
  private static String source(Path place) {
    String text = TableDraft.text(place);
    boolean told = text.matches("(?i).*(/.*|\\.(csv|tsv|jsonl|json|txt|token)(\\.gz)?)");
    return told ? text : "./" + text;
  }

  private void images(PicturesLook pictures, CaptionSketch sketch) {
    if (!pictures.place().equals(sketch.beside())) {
      draft.set("data", "images", TableDraft.text(pictures.place()));
    }
  }

  private void columns(CaptionSketch sketch) {
    sketch.table().ifPresent(names -> files.layout(names.table(), names));
    if (!sketch.columns().isEmpty()) {
      draft.set("data", "columns", sketch.columns());
    }
  }

  /**
   * Files of their own for each part; the pictures of a part may be in a folder called as it.
   *
   * @return those of the training part
   */
  private PicturesLook parts(GivenFiles given, CaptionPlaces found) {
    Map<Split, PicturesLook> looks = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      Optional<Path> file = Optional.ofNullable(given.parts().get(split));
      if (file.isPresent()) {
        CaptionSketch part = CaptionSketch.of(file.get(), hints);
        List<Path> own =
            found.pictures().stream()
                .filter(place -> GivenFiles.split(place).filter(split::equals).isPresent())
                .toList();
        PicturesLook look = pictures(part, own.isEmpty() ? found.pictures() : own);
        looks.put(split, look);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("captions", TableDraft.text(file.get()));
        if (!look.place().equals(part.beside())) {
          keys.put("images", TableDraft.text(look.place()));
        }
        draft.set("data", split.key(), keys);
        if (split == Split.TRAIN) {
          columns(part);
        }
      }
    }
    return looks.get(Split.TRAIN);
  }

  /** In the places that were named, or beside the captions. */
  private static PicturesLook pictures(CaptionSketch sketch, List<Path> named) {
    List<Path> places = new ArrayList<>(named);
    if (!places.contains(sketch.beside())) {
      places.add(sketch.beside());
    }
    places.removeIf(place -> place.toString().isEmpty() && !Files.isDirectory(place));
    return PicturesLook.of(List.copyOf(sketch.captions().keySet()), places);
  }

  private void told(Path place, CaptionSketch sketch, PicturesLook pictures) {
    draft.saw("%s: %s", place, sketch.form());
    int captions = sketch.texts().cells().size();
    int count = sketch.captions().size();
    draft.saw(
        "%s, such as of %s: \"%s\"",
        String.format(
            Locale.ROOT,
            "%,d pictures with %,d captions (%.1f each)",
            count,
            captions,
            captions / (double) count),
        sketch.captions().keySet().iterator().next(),
        sketch.texts().example(60));
    draft.saw(
        "pictures: in %s, the smaller of some %d × %d pixels",
        pictures.place(), pictures.smallest().width(), pictures.smallest().height());
  }
}
