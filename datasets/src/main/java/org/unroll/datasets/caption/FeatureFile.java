package org.unroll.datasets.caption;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;

/**
 * What another net made of pictures, with their names. Features are read when they are asked for.
 *
 * @param names a row each
 */
record FeatureFile(Path path, FeatureArray features, List<String> names, NameIndex index)
    implements NamedContents {

  static FeatureFile of(Path path, FeatureArray features, List<String> names) {
    return new FeatureFile(path, features, List.copyOf(names), new NameIndex(names));
  }

  @Override
  public String find(String name) {
    return index
        .find(name)
        .orElseThrow(
            () -> new BadCell("there are no features of '%s' in %s".formatted(name, path)));
  }

  @Override
  public String remedy() {
    return "name the rows of data.features as the captions name the pictures";
  }

  @Override
  public List<ReadContent> read(List<String> found) {
    NamedContents.requireRoom(
        found.size(),
        (long) features.regions() * features.size() * Float.BYTES,
        "take features with fewer regions or numbers");
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < names.size(); row++) {
      rows.putIfAbsent(names.get(row), row);
    }
    float[][] numbers = features.rows().read(found.stream().mapToInt(rows::get).toArray());
    List<ReadContent> read = new ArrayList<>();
    for (float[] each : numbers) {
      read.add(content(each));
    }
    return read;
  }

  private ReadContent content(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return ReadContent.bad("a feature is " + number);
      }
      bytes.putFloat(number);
    }
    return ReadContent.of(
        new PictureContent.Features(features.regions(), numbers),
        DigestUtils.sha256Hex(bytes.array()));
  }

  /**
   * @throws UserError if there is not a name for each row
   */
  static void requireNames(Path file, int rows, Path list, int names) {
    if (rows != names) {
      throw new UserError(
          "%s has %,d rows, but %s %,d names: each row needs the name of its picture, a line each"
              .formatted(file, rows, list, names));
    }
  }
}
