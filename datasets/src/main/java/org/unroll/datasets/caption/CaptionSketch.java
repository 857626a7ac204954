package org.unroll.datasets.caption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.LikelyEncoding;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.Tokenizer;

/**
 * A file of captions, or a folder with texts beside its pictures, of which nothing is known.
 *
 * @param form what it is, in a few words
 * @param table if it is one, with the names of its columns
 * @param columns the keys of {@code data.columns} that differ from what is usual
 * @param encoding what {@code data.encoding} must say
 * @param captions by the name of their picture, as read
 * @param parts those that the file itself tells
 * @param beside the folder in which its pictures are looked for
 */
public record CaptionSketch(
    String form,
    Optional<HeaderNames> table,
    Map<String, Object> columns,
    Optional<String> encoding,
    Map<String, List<String>> captions,
    Set<Split> parts,
    Path beside) {
  private static final Set<String> IMAGES =
      Set.of("image", "images", "filename", "file", "file_name", "image_name", "picture", "photo");
  private static final double MOSTLY = 0.9;
  private static final double UNREAD = 0.5; // told again, and refused, when it is read to train

  /**
   * @param hints {@code image} and {@code caption}, columns of tables
   * @throws UserError if it holds no captions
   */
  public static CaptionSketch of(Path place, Hints hints) {
    if (Files.isDirectory(place)) {
      return read(place, "a text beside each picture", Optional.empty(), usual(), Optional.empty());
    }
    String name = place.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.json(\\.gz)?")) {
      return read(place, "JSON", Optional.empty(), usual(), Optional.empty());
    }
    TableLayout layout = layout(place);
    Optional<String> encoding = layout.encoding();
    CaptionFormat format = CaptionFormat.of(place, usual(), layout);
    boolean text = format == CaptionFormat.CSV_TEXT || format == CaptionFormat.TSV_TEXT;
    if (text && !TableSketch.isTable(place)) { // commas of sentences hide those between cells
      return read(place, "a table: image, caption", Optional.empty(), usual(), encoding);
    }
    if (format == CaptionFormat.TOKENS || !TableSketch.isTable(place)) {
      return read(place, "a name, a tab, a caption", Optional.empty(), usual(), encoding);
    }
    return table(place, hints);
  }

  /** Whether a text has captions: it is a table, or names pictures before them. */
  static boolean mayBe(Path file) {
    return CaptionFormat.of(file, usual(), layout(file)) != CaptionFormat.LINES
        || TableSketch.isTable(file);
  }

  private static TableLayout layout(Path file) {
    return TableLayout.in(LikelyEncoding.common(List.of(file)));
  }

  private static CaptionColumns usual() {
    return new CaptionColumns("image", "caption", "split");
  }

  private static CaptionSketch table(Path file, Hints hints) {
    TableSketch table = TableSketch.of(List.of(file));
    List<ColumnSketch> left = new ArrayList<>(table.columns());
    ColumnSketch image =
        hints.one("image").map(table::column).or(() -> image(left)).orElseThrow(() -> none(table));
    left.remove(image);
    Optional<ColumnSketch> split = left.stream().filter(CaptionSketch::tellsParts).findFirst();
    split.ifPresent(left::remove);
    ColumnSketch caption =
        hints
            .one("caption")
            .map(table::column)
            .or(() -> longest(left))
            .orElseThrow(() -> none(table));
    HeaderNames names =
        HeaderNames.of(table).named(image, usual().image()).named(caption, usual().caption());
    for (ColumnSketch column : split.stream().toList()) {
      names = names.named(column, usual().split());
    }
    CaptionColumns columns =
        new CaptionColumns(
            names.of(image), names.of(caption), split.map(names::of).orElse(usual().split()));
    return read(file, table.inWords(), Optional.of(names), columns, table.layout().encoding());
  }

  private static Optional<ColumnSketch> image(List<ColumnSketch> columns) {
    return columns.stream()
        .filter(CaptionSketch::namesPictures)
        .findFirst()
        .or(
            () ->
                columns.stream()
                    .filter(each -> IMAGES.contains(each.name().toLowerCase(Locale.ROOT)))
                    .findFirst());
  }

  private static boolean namesPictures(ColumnSketch column) {
    List<String> filled = column.filled();
    long names = filled.stream().filter(cell -> !NameIndex.stem(cell).equals(cell)).count();
    return names > 0 && names >= MOSTLY * filled.size();
  }

  private static boolean tellsParts(ColumnSketch column) {
    Set<String> values = column.counts().keySet();
    return !values.isEmpty()
        && values.stream().allMatch(value -> CaptionRowMaker.named(value).isPresent());
  }

  private static Optional<ColumnSketch> longest(List<ColumnSketch> columns) {
    return columns.stream()
        .filter(column -> !column.isNumber() && !column.filled().isEmpty())
        .max((a, b) -> Double.compare(a.characters(), b.characters()));
  }

  private static UserError none(TableSketch table) {
    return new UserError(
        "no columns of pictures and captions found; name them by --image and --caption. Found: "
            + table.inWords());
  }

  /** As the training will read it; what is to be told is told then. */
  private static CaptionSketch read(
      Path place,
      String form,
      Optional<HeaderNames> names,
      CaptionColumns columns,
      Optional<String> encoding) {
    TableLayout layout =
        new TableLayout(
            encoding,
            names.flatMap(each -> each.table().layout().delimiter()),
            Optional.empty(),
            names.flatMap(HeaderNames::header));
    DataAccess silent = new DataAccess(true, notice -> {});
    WrittenCaptions written =
        new CaptionReader(columns, new Tables(layout, Optional.empty(), UNREAD), silent)
            .read(place, new CaptionRowMaker.Wanted(true, true, Optional.empty()));
    Map<String, List<String>> captions = new LinkedHashMap<>();
    Set<Split> parts = new HashSet<>();
    for (CaptionRow row : written.rows()) {
      captions.computeIfAbsent(row.image(), key -> new ArrayList<>()).addAll(row.captions());
      row.part().ifPresent(parts::add);
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    putUnusual(keys, "image", columns.image(), usual().image());
    putUnusual(keys, "caption", columns.caption(), usual().caption());
    putUnusual(keys, "split", columns.split(), usual().split());
    return new CaptionSketch(form, names, keys, encoding, captions, parts, written.beside());
  }

  private static void putUnusual(Map<String, Object> keys, String key, String name, String usual) {
    if (!name.equals(usual)) {
      keys.put(key, name);
    }
  }

  /** The captions of all pictures, one after the other. */
  public ColumnSketch texts() {
    List<String> texts = new ArrayList<>();
    captions.values().forEach(each -> each.forEach(text -> texts.add(text.strip())));
    return new ColumnSketch("caption", texts);
  }

  /** How often each word stands in the captions. */
  public Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (String text : texts().cells()) {
      Tokenizer.PLAIN.tokenize(text).forEach(word -> words.merge(word, 1, Integer::sum));
    }
    return words;
  }
}
