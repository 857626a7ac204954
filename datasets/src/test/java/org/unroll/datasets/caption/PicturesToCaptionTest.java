package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

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
    return folder.sources("source: sample").pictures(path.resolve(place)).stream()
        .map(each -> each.name() + "=" + CaptionFolder.number(each.content()))
        .toList();
  }

  @Test
  void picturesAreFoundInAllPlaces() throws IOException {
    assertThat(read("a")).containsExactly("1.png=1", "2.PNG=2", "b/3.png=3");
    assertThat(read("a/2.PNG")).containsExactly("2.PNG=2");
    assertThat(read("a/*.png")).containsExactly("1.png=1");
    assertThat(read("a/lines.txt")).containsExactly("2.PNG=2", "1.png=1");
    folder.write("a/info.json", "{\"images\": [{\"id\": 4, \"file_name\": \"2.PNG\"}]}");
    assertThat(read("a/info.json")).containsExactly("2.PNG=2");
    folder.zip("z.zip", "8.png", "in/7.png");
    assertThat(read("z.zip")).containsExactly("8.png=8", "in/7.png=7");
    assertThat(folder.notices).isEmpty();
    assertThat(read("a/list.csv")).containsExactly("1.png=1", "b/3.png=3");
    assertThat(folder.notices).hasSize(1);
    assertThat(folder.notices.get(0)).contains("1 of 3 rows bad", "no picture '9.png'");
    String typed = path.resolve("a/1.png").toString();
    assertThat(CaptionFolder.number(folder.sources("source: sample").picture(typed).content()))
        .isEqualTo(1);
  }

  @Test
  void badOnesAreToldAndNoneIsAnError() {
    folder.write("bad/1.png", "text");
    assertThatThrownBy(() -> read("bad"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no picture can be read: 1 of 1 rows bad; 1.png: text, no picture");
    folder.pictures("bad/5.png");
    assertThat(read("bad")).containsExactly("5.png=5");
    assertThat(folder.notices).hasSize(1);
    assertThatThrownBy(() -> read("a/*.gif"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no pictures; expected a picture");
    assertThatThrownBy(() -> read("a/none.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.png: there is no such file");
    assertThatThrownBy(() -> folder.sources("source: sample").picture("none.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.png: there is no such picture");
  }
}
