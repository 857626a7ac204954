package org.unroll.datasets.image;

import org.unroll.datasets.table.BadCell;

/**
 * What a picture file says of itself, read without decoding it. A file that is no picture, is cut
 * off, too large, or of a kind that is not read, is refused by name.
 *
 * @param width before it is turned as a camera may demand
 * @param transparent whether it has an alpha channel or transparent colours
 */
record PictureHeader(Format format, long width, long height, boolean transparent) {
  /** More would take over half a gigabyte to decode. */
  static final long MOST_PIXELS = 100_000_000;

  /** The formats that are read. */
  enum Format {
    PNG,
    JPEG,
    GIF,
    BMP,
    WEBP;

    @Override
    public String toString() {
      return this == WEBP ? "WebP" : name();
    }
  }

  /**
   * @throws BadCell if the file cannot be read as a picture
   */
  static PictureHeader of(byte[] file) {
    FileBytes bytes = new FileBytes(file);
    PictureHeader header = read(bytes);
    requireSize(header.width, header.height);
    return header;
  }

  private static PictureHeader read(FileBytes bytes) {
    if (bytes.has(0, "\u0089PNG\r\n\u001A\n")) {
      return PngHeader.read(bytes);
    }
    if (bytes.has(0, "\u00FF\u00D8\u00FF")) {
      return JpegHeader.read(bytes);
    }
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
      return new PictureHeader(Format.GIF, bytes.little(6, 2), bytes.little(8, 2), true);
    }
    if (bytes.has(0, "BM")) {
      return BmpHeader.read(bytes);
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return WebpHeader.read(bytes);
    }
    throw new BadCell(
        "%s; expected a PNG, JPEG, GIF, BMP or WebP picture".formatted(OtherFile.name(bytes)));
  }

  /**
   * @throws BadCell if a picture of this size is not read
   */
  static void requireSize(long width, long height) {
    if (width < 1 || height < 1) {
      throw new BadCell("a picture of %d × %d pixels".formatted(width, height));
    }
    if (width > MOST_PIXELS / height) {
      throw new BadCell(
          "%,d × %,d pixels: more than the %,d that are read; shrink it"
              .formatted(width, height, MOST_PIXELS));
    }
  }
}
