package org.unroll.datasets.caption;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;

/**
 * One set of captions in its parts: all captions are read, the pictures of a part when it is asked
 * for. Not thread-safe.
 */
final class CaptionSets implements Source<List<CaptionedPicture>> {
  private final Splits<NamedCaptions> parts;
  private final PartReading reading;
  private final Map<String, String> digests = new TreeMap<>();

  /**
   * @param known digests of the files that were read before
   */
  CaptionSets(Splits<NamedCaptions> parts, PartReading reading, Map<String, String> known) {
    this.parts = parts;
    this.reading = reading;
    digests.putAll(known);
  }

  @Override
  public List<CaptionedPicture> read(Split split) {
    return reading.read(parts.part(split), split.key(), digests);
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
