package org.unroll.datasets.caption;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.image.PictureFiles;
import org.unroll.datasets.table.Source;

/** A folder with pictures of one grey each, and captions read as a config says. */
final class CaptionFolder {
  private record Section(CaptionData data) {}

  private final Path path;
  final List<String> notices = new ArrayList<>();

  CaptionFolder(Path path) {
    this.path = path;
  }

  static byte[] png(int grey) {
    Color colour = new Color(grey, grey, grey);
    BufferedImage image =
        PictureFiles.fields(BufferedImage.TYPE_INT_RGB, 4, 4, colour, colour, colour, colour);
    return PictureFiles.file(image, "png");
  }

  /** Pictures whose grey is the number that their names begin with. */
  CaptionFolder pictures(String... names) {
    for (String name : names) {
      write(name, png(number(name)));
    }
    return this;
  }

  private static int number(String name) {
    return Integer.parseInt(name.replaceAll("^(.*/)?\\D*(\\d+).*$", "$2"));
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path zip(String name, String... pictures) throws IOException {
    Path file = path.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (String picture : pictures) {
        zip.putNextEntry(new ZipEntry(picture));
        zip.write(png(number(picture)));
        zip.closeEntry();
      }
    }
    return file;
  }

  /**
   * @param yaml of the section, {@code @} standing for the folder
   */
  static CaptionData data(String yaml) {
    ConfigText text = new ConfigText("test.yaml", "data: {" + yaml + ", batch: 4}");
    return new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().data();
  }

  CaptionSources sources(String yaml) {
    return new CaptionSources(
        data(yaml.replaceAll("@(?!class)", path + "/")),
        PictureFiles.config("{size: [2, 2], grey: true}"),
        new DataAccess(true, notices::add));
  }

  Source<List<CaptionedPicture>> open(String yaml) {
    return sources(yaml)
        .open(
            () -> {
              throw new IllegalStateException("no sample here");
            });
  }

  /** The whole of a file, a picture a line: its grey (or first feature) and its captions. */
  List<String> captioned(String yaml, String file) {
    return shown(sources(yaml).captioned(path.resolve(file)));
  }

  List<String> part(String yaml, Split split) {
    return shown(open(yaml).read(split));
  }

  static List<String> shown(List<CaptionedPicture> pictures) {
    return pictures.stream()
        .map(each -> number(each.content()) + " " + String.join("|", each.captions()))
        .toList();
  }

  static int number(PictureContent content) {
    return content instanceof PictureContent.Features features
        ? (int) features.numbers()[0]
        : ((PictureContent.Pixels) content).picture().at(0, 0, 0);
  }
}
