package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.datasets.catalog.Digest;

/**
 * The captions of a file or folder, before their pictures are looked for.
 *
 * @param place where they stand
 * @param files all that were read
 * @param beside the folder in which their pictures are looked for if nothing else is said
 */
record WrittenCaptions(Path place, List<Path> files, Path beside, List<CaptionRow> rows) {
  /** SHA-256 of the file, or of those of a folder together. */
  Map<String, String> digests() {
    if (files.size() == 1) {
      return Map.of(files.get(0).toString(), Digest.of(files.get(0)));
    }
    String all = files.stream().map(Digest::of).collect(Collectors.joining());
    return Map.of(place + " (captions)", DigestUtils.sha256Hex(all));
  }
}
