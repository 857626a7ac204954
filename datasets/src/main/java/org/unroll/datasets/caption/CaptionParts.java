package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;

/** The user's own captions, a file for each part, which is read when asked for. Not thread-safe. */
final class CaptionParts implements Source<List<CaptionedPicture>> {
  private final CaptionSources sources;
  private final Map<Split, Set<String>> names = new HashMap<>();
  private final Map<String, String> digests = new TreeMap<>();

  CaptionParts(CaptionSources sources) {
    this.sources = sources;
  }

  @Override
  public List<CaptionedPicture> read(Split split) {
    CaptionFiles named = sources.data().of(split);
    String key = "data." + split.key();
    Path place = PlainTextFile.path(key + ".captions", named.captions());
    WrittenCaptions written = sources.reader().read(place, CaptionRowMaker.Wanted.CAPTIONS);
    Optional<String> images = named.images().or(sources.data()::images);
    NamedContents contents =
        sources.contents(CaptionSources.named(key + ".images", images, written.beside()));
    List<CaptionedPicture> pictures = sources.read(place, written, contents, split.key(), digests);
    digests.putAll(written.digests());
    tellShared(split, pictures);
    return pictures;
  }

  /** Told, not refused: the test part is read when the training is over. */
  private void tellShared(Split split, List<CaptionedPicture> pictures) {
    Set<String> own = new HashSet<>();
    pictures.forEach(picture -> own.add(picture.name()));
    names.forEach(
        (part, others) -> {
          long shared = own.stream().filter(others::contains).count();
          if (part != split && shared > 0) {
            sources
                .access()
                .notices()
                .accept(
                    "%,d pictures of %s have the names of some in %s; if they are the same, scores say nothing of new ones"
                        .formatted(shared, split.key(), part.key()));
          }
        });
    names.put(split, own);
  }

  @Override
  public void require(Split split) {
    String captions = sources.data().of(split).captions();
    PlainTextFile.requireThere(PlainTextFile.path("data." + split.key() + ".captions", captions));
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
