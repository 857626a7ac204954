package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;

/**
 * What stands before the numbers of a {@code .npy} file (NumPy Enhancement Proposal 1, versions 1
 * to 3).
 *
 * @param columnMajor whether the first index runs fastest, as in Fortran
 * @param start byte of the first number
 */
record NpyHeader(NpyNumber number, boolean columnMajor, List<Integer> shape, long start) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int BEFORE = 8; // magic and version
  private static final int LONGEST = 1 << 20;

  static NpyHeader read(FileChannel channel, Path file) throws IOException {
    byte[] before = bytes(channel, 0, BEFORE + 4, file);
    if (!Arrays.equals(Arrays.copyOf(before, MAGIC.length), MAGIC)) {
      boolean zip = before[0] == 'P' && before[1] == 'K';
      throw new UserError(
          file
              + (zip
                  ? ": a .npz archive; unpack it and name the .npy file in it"
                  : ": no .npy file; write it by numpy.save"));
    }
    ByteBuffer counted = ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN);
    boolean first = before[MAGIC.length] == 1;
    int length = first ? counted.getShort(BEFORE) & 0xFFFF : counted.getInt(BEFORE);
    if (length < 0 || length > LONGEST) {
      throw new UserError(file + ": a damaged .npy file: its header is too long");
    }
    int from = BEFORE + (first ? 2 : 4);
    String text = new String(bytes(channel, from, length, file), StandardCharsets.UTF_8);
    return new NpyHeader(
        NpyNumber.of(value(text, "'descr':\\s*'([^']*)'|'descr':\\s*(\\[)", file), file),
        value(text, "'fortran_order':\\s*(True|False)", file).equals("True"),
        shape(value(text, "'shape':\\s*\\(([^)]*)\\)", file), file),
        from + length);
  }

  private static String value(String header, String pattern, Path file) {
    Matcher found = Pattern.compile(pattern).matcher(header);
    if (!found.find()) {
      throw new UserError(
          "%s: a damaged .npy file: no %s in its header".formatted(file, pattern.split("'")[1]));
    }
    return found.group(1) == null ? "a table" : found.group(1);
  }

  private static List<Integer> shape(String sizes, Path file) {
    List<Integer> shape = new ArrayList<>();
    for (String size : sizes.split(",")) {
      if (!size.isBlank()) {
        try {
          shape.add(Integer.parseInt(size.strip()));
        } catch (NumberFormatException e) {
          throw new UserError(file + ": a damaged .npy file: its shape is (" + sizes + ")", e);
        }
      }
    }
    return List.copyOf(shape);
  }

  static byte[] bytes(FileChannel channel, long from, int length, Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new UserError(file + ": cut off: it ends before its last number; get it again");
      }
    }
    return bytes.array();
  }
}
