package org.unroll.datasets.caption;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/** Reads the pictures of a part, which takes long, once it is asked for. */
record PartReading(NamedContents contents, Tables tables, DataAccess access) {

  /**
   * @param what the pictures are called for the provenance, such as train
   * @param digests get one of all pictures together
   * @throws UserError if there are none, or too many cannot be read
   */
  List<CaptionedPicture> read(List<NamedCaptions> part, String what, Map<String, String> digests) {
    if (part.isEmpty()) {
      throw new UserError(
          "%s: no pictures in the %s part; name some in data.split, or leave out what needs them (--test)"
              .formatted(contents.path(), what));
    }
    List<ReadContent> read = contents.read(part.stream().map(NamedCaptions::found).toList());
    MessageDigest digest = DigestUtils.getSha256Digest();
    List<CaptionedPicture> pictures = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      NamedCaptions each = part.get(i);
      ReadContent content = read.get(i);
      if (content.content().isPresent()) {
        pictures.add(
            new CaptionedPicture(
                each.name(), content.content().get(), each.captions(), each.origin()));
      } else {
        bad.add(new BadRow(origin(each.found()), content.reason()));
      }
      digest.update((byte) (content.content().isPresent() ? 1 : 0));
      DigestUtils.updateDigest(digest, content.digest());
    }
    TableRows<CaptionedPicture> rows =
        new TableRows<>(pictures, bad, part.size(), List.of(), "pictures");
    String source = "%s (%s)".formatted(contents.path(), what);
    tables.requireFewBad(source, rows);
    digests.put(source, Hex.encodeHexString(digest.digest()));
    return rows.reported(source, access);
  }

  Origin origin(String found) {
    return Origin.file(contents.path() + "/" + found);
  }
}
