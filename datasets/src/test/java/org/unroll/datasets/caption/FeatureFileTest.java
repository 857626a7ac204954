package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class FeatureFileTest {
  private static final String NPY =
      "source: @a.csv, max-bad-rows: 0.4, split: {train: @train.txt, validation: @val.txt}, features: @f.npy";

  @TempDir private Path path;
  private CaptionFolder folder;

  @BeforeEach
  void captions() {
    folder = new CaptionFolder(path);
    folder.write("a.csv", "image,caption\nx/1.jpg,one\n2.jpg,two\n3.jpg,three\n2.jpg,zwei\n");
    folder.write("train.txt", "2.jpg\n1.jpg\n");
    folder.write("val.txt", "3.jpg\n");
    folder.write("f.txt", "1.jpg\n2\n3.jpg\n4.jpg\n");
  }

  private void array(String shape, float... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    folder.write("f.npy", NpyFileTest.npy(1, "'>f4'", shape, bytes.array()));
  }

  private static float[] counted(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private PictureContent.Features first() {
    CaptionedPicture picture = folder.open(NPY).read(Split.VALIDATION).get(0);
    return (PictureContent.Features) picture.content();
  }

  @Test
  void picturesHaveTheirRowsOfAnArray() {
    array("4, 2", 10, 11, 20, 21, 30, 31, 40, 41);
    assertThat(folder.part(NPY, Split.TRAIN)).containsExactly("10 one", "20 two|zwei");
    assertThat(first().numbers()).containsExactly(30, 31);
    assertThat(first().regions()).isEqualTo(1);
    assertThat(folder.notices)
        .contains(path + "/f.npy: 1 of 4 pictures have no caption and are left out");
    List<PictureToCaption> all = folder.sources(NPY).pictures(path.resolve("f.npy"));
    assertThat(all)
        .extracting(PictureToCaption::name)
        .containsExactly("1.jpg", "2", "3.jpg", "4.jpg");
    assertThat(CaptionFolder.number(folder.sources(NPY).typed("4").get(0).content())).isEqualTo(40);
    assertThatThrownBy(() -> folder.sources(NPY).typed("5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there are no features of '5' in " + path + "/f.npy");
  }

  @Test
  void regionsComeInThreeLayouts() {
    array("4, 4, 3", counted(48));
    assertThat(first()).returns(4, PictureContent.Features::regions);
    assertThat(first().numbers()).containsExactly(24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35);
    array("4, 2, 2, 3", counted(48));
    assertThat(first().regions()).isEqualTo(4);
    assertThat(first().numbers()).startsWith(24, 25, 26);
    array("4, 3, 2, 2", counted(48)); // region 0 is 24, 28, 32
    assertThat(first().regions()).isEqualTo(4);
    assertThat(first().numbers()).containsExactly(24, 28, 32, 25, 29, 33, 26, 30, 34, 27, 31, 35);
    array("4, 2, 2, 2", counted(32));
    assertThatThrownBy(this::first)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("[4, 2, 2, 2]; expected [images, n]");
  }

  @Test
  void missingFeaturesAreSkippedAndCounted() {
    folder.write("f.txt", "1.jpg\n2.jpg\n2.jpg\n3.jpg\n");
    array("4, 2", 10, Float.NaN, 20, 21, 7, 8, 30, 31);
    assertThatThrownBy(() -> folder.part(NPY, Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("f.npy/1.jpg: a feature is NaN");
    assertThat(folder.part(NPY.replace("0.4", "0.5"), Split.TRAIN)).containsExactly("20 two|zwei");
    assertThat(folder.notices).anyMatch(told -> told.contains("1 names stand in it twice"));
    folder.write("f.txt", "1.jpg\n2.jpg\n4.jpg\n5.jpg\n");
    array("4, 2", counted(8));
    assertThatThrownBy(() -> folder.part(NPY.replace("0.4", "0.1"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.csv:4: there are no features of '3.jpg'");
  }

  @Test
  void eachRowNeedsAName() {
    array("3, 2", counted(6));
    assertThatThrownBy(this::first)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("f.npy has 3 rows, but")
        .hasMessageContaining("f.txt 4 names");
    assertThatThrownBy(() -> folder.part(NPY.replace("f.npy", "g.npy"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("g.npy: there is no such file");
    folder.write("h.npy", NpyFileTest.npy(1, "'|u1'", "1, 1", new byte[1]));
    assertThatThrownBy(() -> folder.part(NPY.replace("f.npy", "h.npy"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no h.txt beside it");
    folder.write("h.csv", "id,image\n7,3.jpg\n");
    assertThatThrownBy(() -> folder.part(NPY.replace("f.npy", "h.npy"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too many bad rows");
  }

  @Test
  void aTableHasAColumnForEachFeature() {
    folder.write(
        "f.csv", "f1,image,f2\n10,1.jpg,1e-3\n20,2.jpg,2\nx,4.jpg,3\n9,2.jpg,9\n40,3.jpg,\n");
    String yaml = NPY.replace("f.npy", "f.csv").replace("0.4", "0.5");
    assertThat(folder.part(yaml, Split.TRAIN)).containsExactly("10 one", "20 two|zwei");
    assertThat(folder.notices)
        .anyMatch(
            told ->
                told.contains("f.csv: 2 of 5 rows bad")
                    && told.contains("f.csv:4: 'x' in column 'f1' is no number")
                    && told.contains("f.csv:5: '2.jpg' has a row already"));
    assertThatThrownBy(() -> folder.part(yaml, Split.VALIDATION))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("f.csv/3.jpg: a feature is NaN");
    assertThatThrownBy(() -> folder.part(NPY.replace("f.npy", "f.h5"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("f.h5: no file of features; the name must end in .npy");
  }
}
