package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.layer.image.PictureSize;

class IdxFilesTest {
  /** Two pictures of 2 × 3. */
  private static final byte[] PICTURES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, -1
  };

  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, -56};

  @TempDir private Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void picturesAndLabelsGoTogether() throws IOException {
    for (boolean gzip : List.of(true, false)) {
      String ending = gzip ? ".gz" : "";
      Path pictures = file("pictures" + ending, gzip ? packed(PICTURES) : PICTURES);
      Path labels = file("labels" + ending, gzip ? packed(LABELS) : LABELS);
      List<LabelledPicture> read = new IdxFiles(pictures, labels).read();
      assertThat(read).extracting(LabelledPicture::label).containsExactly("7", "200");
      assertThat(read.get(1).input().size()).isEqualTo(new PictureSize(1, 2, 3));
      assertThat(read.get(1).input().at(0, 1, 2)).isEqualTo(255);
      assertThat(read.get(1).origin()).hasToString(pictures + ":2");
    }
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    assertRefused(Arrays.copyOf(PICTURES, 27), LABELS, "pictures: cut off");
    assertRefused(Arrays.copyOf(PICTURES, 10), LABELS, "pictures: cut off");
    assertRefused(Arrays.copyOf(PICTURES, 29), LABELS, "pictures: goes on after");
    assertRefused(PICTURES, Arrays.copyOf(LABELS, 9), "labels: cut off");
    assertRefused(LABELS, LABELS, "begins with 00000801, not 00000803");
    byte[] one = {0, 0, 8, 1, 0, 0, 0, 1, 7};
    assertRefused(PICTURES, one, "2 pictures, but");
    byte[] endless = PICTURES.clone();
    endless[4] = 0x7F; // two thousand million pictures
    assertRefused(endless, LABELS, "pictures: cut off");
    byte[] wide = PICTURES.clone();
    wide[12] = 0x7F;
    assertRefused(wide, LABELS, "the file is damaged");
  }

  private void assertRefused(byte[] pictures, byte[] labels, String message) throws IOException {
    IdxFiles files = new IdxFiles(file("pictures", pictures), file("labels", labels));
    assertThatThrownBy(files::read).isInstanceOf(UserError.class).hasMessageContaining(message);
  }
}
