package org.unroll.datasets.caption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.Tables;

/**
 * From {@code data} to pictures with captions: generated ones, a catalogued data set, the user's
 * files. Not thread-safe.
 */
public final class CaptionSources {
  private static final String FLICKR8K = "flickr8k-128";

  private final CaptionData data;
  private final PictureConfig picture;
  private final DataAccess access;
  private Optional<FeatureFile> features = Optional.empty(); // of the config, opened once

  /**
   * @param picture what every picture becomes; not looked at if {@code data} names features
   */
  public CaptionSources(CaptionData data, PictureConfig picture, DataAccess access) {
    this.data = data;
    this.picture = picture;
    this.access = access;
  }

  CaptionData data() {
    return data;
  }

  DataAccess access() {
    return access;
  }

  /**
   * All captions of a source are read at once, the pictures of a part when it is asked for.
   *
   * @param sample the generated pictures
   * @throws UserError if there is no such source
   */
  public Source<List<CaptionedPicture>> open(Supplier<Splits<CaptionedPicture>> sample) {
    return new Sources<List<CaptionedPicture>>(
            "pictures with captions",
            "pictures with captions",
            ".csv, .tsv, .jsonl, .json or .txt, or a folder such as photos/",
            access)
        .sample(() -> InMemorySource.generated(sample.get()))
        .catalogued(FLICKR8K, this::flickr8k)
        .open(data, own -> oneSource(own.get(0)), () -> new CaptionParts(this));
  }

  /** In the parts that its publishers listed. */
  Source<List<CaptionedPicture>> flickr8k(DataFolder folder) {
    Flickr8k set = new Flickr8k(folder.path());
    Tables tables = Tables.published();
    NamedContents contents = contents(set.pictures());
    CaptionReader reader = new CaptionReader(data.columns(), tables, access);
    WrittenCaptions written = reader.read(set.captions(), CaptionRowMaker.Wanted.CAPTIONS);
    List<NamedCaptions> all =
        new CaptionGroups(contents, tables, access).of(set.captions(), written.rows());
    Splits<NamedCaptions> parts =
        new CaptionCut(contents, tables, access).cut(all, Optional.of(set.split()));
    return new CaptionSets(parts, new PartReading(contents, tables, access), folder.digests());
  }

  private Source<List<CaptionedPicture>> oneSource(Path place) {
    CaptionRowMaker.Wanted wanted =
        new CaptionRowMaker.Wanted(
            true, data.split().isEmpty(), data.split().flatMap(CaptionSplit::group));
    WrittenCaptions written = reader().read(place, wanted);
    NamedContents contents = contents(named("data.images", data.images(), written.beside()));
    CaptionGroups groups = new CaptionGroups(contents, data.tables(), access);
    List<NamedCaptions> all = groups.of(place, written.rows());
    groups.tellUncaptioned(all);
    Splits<NamedCaptions> parts =
        new CaptionCut(contents, data.tables(), access).cut(all, data.split());
    return new CaptionSets(
        parts, new PartReading(contents, data.tables(), access), digests(written));
  }

  private Map<String, String> digests(WrittenCaptions written) {
    Map<String, String> digests = new HashMap<>(written.digests());
    for (Split part : Split.values()) {
      data.split()
          .flatMap(split -> split.list(part))
          .ifPresent(list -> digests.put(list, Digest.of(Path.of(list))));
    }
    return digests;
  }

  /**
   * Pictures with captions beside the config's own data: of a file or a folder, all of it. They are
   * looked for beside their captions, or else in {@code data.images}.
   *
   * @throws UserError if there are none, or too many cannot be read
   */
  public List<CaptionedPicture> captioned(Path place) {
    WrittenCaptions written = given().read(place, CaptionRowMaker.Wanted.CAPTIONS);
    return read(place, written, beside(written), "given", new HashMap<>());
  }

  /** Reads the pictures of captions. */
  List<CaptionedPicture> read(
      Path place,
      WrittenCaptions written,
      NamedContents contents,
      String what,
      Map<String, String> digests) {
    List<NamedCaptions> all =
        new CaptionGroups(contents, data.tables(), access).of(place, written.rows());
    return new PartReading(contents, data.tables(), access).read(all, what, digests);
  }

  private NamedContents beside(WrittenCaptions written) {
    NamedContents beside = contents(written.beside());
    if (data.images().isEmpty() || data.features().isPresent()) {
      return beside;
    }
    try {
      beside.find(written.rows().get(0).image());
      return beside;
    } catch (BadCell e) {
      return contents(PlainTextFile.path("data.images", data.images().get()));
    }
  }

  /**
   * Pictures to caption: all of a folder or a {@code .zip}, those that a pattern such as {@code
   * photos/*.jpg} means, those that a table or a list names, or the one of a file; or all of a file
   * of features, if the net reads those.
   *
   * @throws UserError if none can be read; those that cannot are told
   */
  public List<PictureToCaption> pictures(Path place) {
    PicturesToCaption pictures = new PicturesToCaption(given(), access);
    if (data.features().isPresent()) {
      FeatureFile features = features().open(place);
      return pictures.read(place, features, features.names(), false);
    }
    return pictures.read(place, this::decoded);
  }

  /**
   * Pictures to caption as they are typed: as {@link #pictures} finds them, or the name of one in
   * {@code data.features}.
   *
   * @throws UserError if none can be read
   */
  public List<PictureToCaption> typed(String typed) {
    Path path = PlainTextFile.path("picture", typed);
    if (data.features().isPresent()) {
      return new PicturesToCaption(given(), access)
          .read(path, contents(path), List.of(typed), false);
    }
    if (typed.isBlank() || !Files.exists(path) && !PicturesToCaption.isPattern(path)) {
      throw new UserError(typed + ": there is no such picture; check the path");
    }
    return pictures(path);
  }

  CaptionReader reader() {
    return new CaptionReader(data.columns(), data.tables(), access);
  }

  private CaptionReader given() {
    return new CaptionReader(data.columns(), data.tables().renamed(access.columns()), access);
  }

  private FeatureReader features() {
    return new FeatureReader(data.columns(), data.tables(), access);
  }

  static Path named(String key, Optional<String> images, Path beside) {
    return images.map(value -> PlainTextFile.path(key, value)).orElse(beside);
  }

  /** The pictures of a folder or archive, or the config's features of them. */
  NamedContents contents(Path images) {
    if (data.features().isPresent()) {
      if (features.isEmpty()) {
        Path file = PlainTextFile.path("data.features", data.features().get());
        features = Optional.of(features().open(file));
      }
      return features.get();
    }
    return decoded(PicturePlace.of(images));
  }

  private NamedContents decoded(PicturePlace place) {
    return new PictureReading(place, new PictureDecoder(picture), access);
  }
}
