package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureFiles;

class PicturesToCaptionTest {
  @TempDir private Path path;
  private CaptionFolder folder;

  @BeforeEach
  void pictures() {
    folder = new CaptionFolder(path).pictures("a/1.png", "a/2.PNG", "a/b/3.png");
    folder.write("a/notes.txt", "left out");
    folder.write("a/list.csv", "image,caption\n1.png,\nb/3.png,known\n1.png,x\n9.png,\n");
    folder.write("a/lines.txt", "2.PNG\n1.png\n");
  }

  private List<String> read(String place) {
    return named(folder.sources("source: sample").pictures(path.resolve(place)));
  }

  private List<String> named(List<PictureToCaption> pictures) {
    return pictures.stream()
        .map(
            each ->
                path.relativize(Path.of(each.name())) + "=" + CaptionFolder.number(each.content()))
        .toList();
  }

  @Test
  void picturesAreFoundInAllPlaces() throws IOException {
    assertThat(read("a")).containsExactly("a/1.png=1", "a/2.PNG=2", "a/b/3.png=3");
    assertThat(read("a/2.PNG")).containsExactly("a/2.PNG=2");
    assertThat(read("a/*.png")).containsExactly("a/1.png=1");
    assertThat(read("a/lines.txt")).containsExactly("a/2.PNG=2", "a/1.png=1");
    folder.write("a/short.txt", "3\n");
    assertThat(read("a/short.txt")).containsExactly("a/b/3.png=3");
    folder.write("a/info.json", "{\"images\": [{\"id\": 4, \"file_name\": \"2.PNG\"}]}");
    assertThat(read("a/info.json")).containsExactly("a/2.PNG=2");
    folder.zip("z.zip", "8.png", "in/7.png");
    assertThat(read("z.zip")).containsExactly("z.zip/8.png=8", "z.zip/in/7.png=7");
    assertThat(folder.notices).isEmpty();
    assertThat(read("a/list.csv")).containsExactly("a/1.png=1", "a/b/3.png=3");
    assertThat(folder.notices).hasSize(1);
    assertThat(folder.notices.get(0)).contains("1 of 3 pictures bad", "no picture '9.png'");
    for (String place : List.of("a/1.png", "a", "a/*.png", "a/lines.txt", "z.zip")) {
      String typed = path.resolve(place).toString();
      assertThat(named(folder.sources("source: sample").typed(typed))).isEqualTo(read(place));
    }
  }

  @Test
  void aPictureIsCalledAsItIsFoundFromHere() {
    Path here = Path.of("").toAbsolutePath();
    String near = here.relativize(path.resolve("a/b/../2.PNG")).toString();
    assertThat(folder.sources("source: sample").typed(near))
        .extracting(PictureToCaption::name)
        .containsExactly(here.relativize(path.resolve("a/2.PNG")).toString());
  }

  @Test
  void theWholeOfAPictureIsShownThoughTheNetSeesItsMiddle() throws IOException {
    BufferedImage wide = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
    folder.write("wide.png", PictureFiles.file(wide, "png"));
    String whole =
        folder.sources("source: sample").pictures(path.resolve("wide.png")).get(0).whole().get();
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(whole)));
    assertThat(shown.getWidth()).isEqualTo(160);
    assertThat(shown.getHeight()).isEqualTo(40);
  }

  @Test
  void badOnesAreToldAndNoneIsAnError() {
    folder.write("bad/1.png", "text");
    assertThatThrownBy(() -> read("bad"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "no picture can be read: 1 of 1 pictures bad; 1.png: text, no picture");
    assertThatThrownBy(() -> read("bad/1.png"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(path + "/bad/1.png: text, no picture");
    folder.pictures("bad/5.png");
    assertThat(read("bad")).containsExactly("bad/5.png=5");
    assertThat(folder.notices).hasSize(1);
    assertThatThrownBy(() -> read("a/*.gif"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no pictures; expected a picture");
    assertThatThrownBy(() -> read("a/none.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.png: there is no such file");
    assertThatThrownBy(() -> folder.sources("source: sample").typed("none.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.png: there is no such picture");
  }
}
