package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureFiles;

class NpyFileTest {
  /**
   * By NumPy 2: {@code np.save(f, np.asfortranarray(np.arange(12).reshape(2,3,2).astype('<f4')))}.
   */
  private static final String COLUMN_MAJOR =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADAQAAAAEAAAABBAACAQAAAIEEAAIA/AADgQAAAQEAAABBBAACgQAAAMEE=";

  @TempDir private Path folder;

  private NpyFile open(byte[] bytes) throws IOException {
    return NpyFile.open(Files.write(folder.resolve("a.npy"), bytes));
  }

  static byte[] npy(int version, String description, String shape, byte[] numbers) {
    String text =
        "{'descr': %s, 'fortran_order': False, 'shape': (%s), }".formatted(description, shape);
    byte[] header =
        (text + " ".repeat(64 - text.length() % 64) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] length =
        version == 1
            ? new byte[] {(byte) header.length, (byte) (header.length >> 8)}
            : new byte[] {(byte) header.length, (byte) (header.length >> 8), 0, 0};
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0};
    return PictureFiles.joined(magic, length, header, numbers);
  }

  /** The numbers as NumPy 2 writes -1.5, 0.5, 3 and 100 (whole: 1, 2, 3, 100) of each type. */
  @ParameterizedTest
  @CsvSource({
    "1, <f2, 00be003800424056, -1.5 0.5 3.0 100.0",
    "2, <f2, 01000080ff7b007c, 5.9604645E-8 -0.0 65504.0 Infinity",
    "2, >f4, bfc000003f0000004040000042c80000, -1.5 0.5 3.0 100.0",
    "3, <f8, 000000000000f8bf000000000000e03f00000000000008400000000000005940, -1.5 0.5 3.0 100.0",
    "1, |u1, 010203c8, 1.0 2.0 3.0 200.0",
    "1, |i1, 010203c8, 1.0 2.0 3.0 -56.0",
    "1, >i2, 000100020003ff9c, 1.0 2.0 3.0 -100.0",
    "1, <u4, 010000000200000003000000ffffffff, 1.0 2.0 3.0 4.2949673E9",
    "1, <i8, 01000000000000000200000000000000030000000000000064ffffffffffffff, 1.0 2.0 3.0 -156.0"
  })
  void allKindsOfNumbersAreRead(int version, String type, String hex, String expected)
      throws IOException {
    NpyFile npy = open(npy(version, "'" + type + "'", "2, 2", HexFormat.of().parseHex(hex)));
    float[][] rows = npy.rows(new int[] {0, 1});
    assertThat("%s %s %s %s".formatted(rows[0][0], rows[0][1], rows[1][0], rows[1][1]))
        .isEqualTo(expected);
  }

  @Test
  void rowsAreReadInAnyOrderOfEitherLayout() throws IOException {
    NpyFile columns = open(Base64.getDecoder().decode(COLUMN_MAJOR));
    assertThat(columns.shape()).containsExactly(2, 3, 2);
    assertThat(columns.rows(new int[] {1, 0, 1}))
        .isDeepEqualTo(
            new float[][] {{6, 7, 8, 9, 10, 11}, {0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}});
    byte[] bytes = {1, 2, 3, 4, 5, 6};
    assertThat(open(npy(1, "'|u1'", "3, 2", bytes)).rows(new int[] {2, 0}))
        .isDeepEqualTo(new float[][] {{5, 6}, {1, 2}});
  }

  @Test
  void whatIsNoArrayIsRefused() throws IOException {
    byte[] whole = npy(1, "'<f4'", "2, 2", new byte[16]);
    refused(Arrays.copyOf(whole, whole.length - 1), "cut off");
    refused(Arrays.copyOf(whole, 7), "cut off");
    refused("PK\3\4 and more".getBytes(StandardCharsets.UTF_8), "a .npz archive");
    refused("image,f1\n1.png,3\n".getBytes(StandardCharsets.UTF_8), "no .npy file");
    refused(npy(1, "'|O'", "2, 2", new byte[16]), "holds Python objects");
    refused(npy(1, "[('a', '<f4')]", "2, 2", new byte[16]), "numbers of type 'a table'");
    refused(npy(1, "'<c8'", "2, 2", new byte[64]), "numbers of type '<c8'");
    refused(npy(1, "'<f4'", "4,", new byte[16]), "expected a row of numbers for each picture");
    refused(npy(1, "'<f4'", "0, 4", new byte[0]), "an empty array");
    refused(npy(1, "'<f4'", "2, 99999999999", new byte[0]), "its shape is");
    refused(npy(1, "'<f4'", "2, 2000000000", new byte[0]), "expected a row");
  }

  private void refused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.npy: ")
        .hasMessageContaining(reason);
  }
}
