package org.unroll.apps.translate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Split;
import org.unroll.datasets.text.PairData;
import org.unroll.datasets.text.PairSource;
import org.unroll.datasets.text.PairSources;
import org.unroll.datasets.text.SentencePair;

/** The pairs of a trained net's config, opened when they are asked for: most predictions do not. */
final class LatePairs implements PairSource {
  private final PairData data;
  private final DataAccess access;
  private Optional<PairSource> opened = Optional.empty();

  LatePairs(PairData data, DataAccess access) {
    this.data = data;
    this.access = access;
  }

  @Override
  public List<SentencePair> read(Split split) {
    if (opened.isEmpty()) {
      opened = Optional.of(PairSources.open(data, access));
    }
    return opened.get().read(split);
  }

  @Override
  public Map<String, String> digests() {
    return opened.map(PairSource::digests).orElse(Map.of());
  }
}
