package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.ConfigException;
import org.unroll.datasets.table.Source;

class CaptionSplitTest {
  private static final String LISTS =
      "source: @a.csv, max-bad-rows: 0.4, split: {train: @train.txt, validation: @val.txt, test: @test.txt}";

  @TempDir private Path path;
  private CaptionFolder folder;

  @BeforeEach
  void captions() {
    folder = new CaptionFolder(path).pictures("1.png", "2.png", "3.png", "4.png", "5.png");
    folder.write("a.csv", "image,caption\n1.png,one\n2.png,two\n3.png,three\n4.png,four\n");
    folder.write("train.txt", "1.png\n2.png\n");
    folder.write("val.txt", "3.png\n");
    folder.write("test.txt", "4.png\n");
  }

  @Test
  void listsOfNamesCut() {
    Source<List<CaptionedPicture>> source = folder.open(LISTS);
    assertThat(CaptionFolder.shown(source.read(Split.TRAIN))).containsExactly("1 one", "2 two");
    assertThat(CaptionFolder.shown(source.read(Split.VALIDATION))).containsExactly("3 three");
    assertThat(CaptionFolder.shown(source.read(Split.TEST))).containsExactly("4 four");
    assertThat(source.digests())
        .containsOnlyKeys(
            path + "/a.csv",
            path + "/train.txt",
            path + "/val.txt",
            path + "/test.txt",
            path + " (train)",
            path + " (validation)",
            path + " (test)");
    assertThat(folder.notices)
        .containsExactly(path + ": 1 of 5 pictures have no caption and are left out");
  }

  @Test
  void unknownNamesOfListsAreSkipped() {
    folder.write("train.txt", "1.png\nnone.png\n2.png\n5.png\n1.png");
    folder.write("test.txt", "4.png\n");
    assertThat(folder.part(LISTS, Split.TRAIN)).containsExactly("1 one", "2 two");
    assertThat(folder.notices)
        .anyMatch(
            told ->
                told.contains("train.txt: 2 of 5 rows bad")
                    && told.contains("train.txt:2: there is no picture 'none.png'")
                    && told.contains("train.txt:4: '5.png' has no caption"));
    assertThatThrownBy(() -> folder.part(LISTS.replace("0.4", "0.3"), Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too many bad rows");
  }

  @Test
  void aPictureInTwoPartsIsRefused() {
    folder.write("test.txt", "4.png\n2.png\n");
    assertThatThrownBy(() -> folder.open(LISTS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("test.txt: '2.png' is in two parts, train and test");
    folder.write("test.txt", "4.png");
    folder.write("b.csv", "image,caption,split\n1.png,one,train\n2.png,two,val\n1.png,1,test\n");
    assertThatThrownBy(() -> folder.open("source: @b.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("b.csv:4: '1.png' is in two parts, train and test");
  }

  @Test
  void aPictureInNoPartIsTold() {
    folder.write("test.txt", "");
    folder.write("val.txt", "3.png");
    Source<List<CaptionedPicture>> source =
        folder.open("source: @a.csv, split: {train: @train.txt, validation: @val.txt}");
    assertThat(folder.notices).contains("1 pictures with captions are in no part");
    assertThatThrownBy(() -> source.read(Split.TEST))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no pictures in the test part");
  }

  @Test
  void aColumnCuts() {
    folder.write(
        "b.csv",
        "split,image,caption\nrestval,1.png,one\nVal,2.png,two\ntest,3.png,three\n,4.png,4\n");
    assertThat(folder.part("source: @b.csv", Split.TRAIN)).containsExactly("1 one");
    assertThat(folder.part("source: @b.csv", Split.VALIDATION)).containsExactly("2 two");
    assertThat(folder.part("source: @b.csv", Split.TEST)).containsExactly("3 three");
    assertThatThrownBy(() -> folder.open("source: @a.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("add data.split");
  }

  @Test
  void chanceKeepsGroupsTogether() {
    StringBuilder table = new StringBuilder("image,caption,who\n");
    for (int i = 0; i < 120; i++) {
      folder.pictures(i + ".png");
      table.append("%d.png,some words,person %d\n".formatted(i, i / 4));
    }
    folder.write("c.csv", table.toString());
    String yaml = "source: @c.csv, split: {by: random, group: who, fractions: [0.6, 0.2, 0.2]}";
    Source<List<CaptionedPicture>> source = folder.open(yaml);
    Map<Integer, Split> seen = new HashMap<>();
    int all = 0;
    for (Split part : Split.values()) {
      List<CaptionedPicture> pictures = source.read(part);
      all += pictures.size();
      for (CaptionedPicture each : pictures) {
        int person = CaptionFolder.number(each.content()) / 4;
        assertThat(seen.put(person, part)).isIn(null, part);
      }
    }
    assertThat(all).isEqualTo(120);
    assertThat(source.read(Split.TRAIN)).hasSizeBetween(48, 100);
  }

  @Test
  void aFileForEachPart() {
    folder.write("val.csv", "image,caption\n2.png,zwei\n5.png,fünf\n");
    String yaml = "train: {captions: @a.csv}, validation: {captions: @val.csv}";
    Source<List<CaptionedPicture>> source = folder.open(yaml);
    assertThat(source.digests()).isEmpty();
    assertThat(source.read(Split.TRAIN)).hasSize(4);
    assertThat(source.read(Split.VALIDATION)).hasSize(2);
    assertThat(folder.notices).hasSize(1);
    assertThat(folder.notices.get(0)).startsWith("1 pictures of validation have the names of some");
    assertThat(source.digests()).hasSize(4);
    assertThatThrownBy(() -> source.read(Split.TEST))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no data.test");
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> CaptionFolder.data("source: flickr8k-128, split: {by: random}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("only a source of your own can be split");
    assertThatThrownBy(() -> CaptionFolder.data("source: a/, split: {train: x.txt}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("need both train and validation");
    assertThatThrownBy(() -> CaptionFolder.data("source: a/, split: {by: random, train: x.txt}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("exactly one of");
    assertThatThrownBy(() -> CaptionFolder.data("train: {captions: a.csv}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("need both train and validation");
    CaptionData data = CaptionFolder.data("source: dataset_coco.json");
    assertThat(data.isOwn()).isTrue();
    assertThat(data.maxLength()).isEqualTo(40);
    assertThat(data.mirrorWords()).containsExactly("left", "right");
    assertThatThrownBy(() -> folder.open("source: flickr8k-12"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean flickr8k-128?");
  }
}
