package org.unroll.apps.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** What a trained net says of good and of bad pictures. */
class CaptionCommandsIT {
  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    run = folder.resolve("run");
    Path captions = TinyCaptions.write(folder);
    List<String> arguments =
        new ArrayList<>(List.of("caption", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : TinyCaptions.settings(captions)) {
      arguments.addAll(List.of("-s", setting));
    }
    Unroll trained = Unroll.run(arguments.toArray(String[]::new));
    assertThat(trained.exitCode()).as(trained.out() + trained.err()).isZero();
  }

  private static Unroll predict(String... more) {
    List<String> command = new ArrayList<>(List.of("caption", "predict", "--run", run.toString()));
    command.addAll(List.of(more));
    return Unroll.run(command.toArray(String[]::new));
  }

  private static List<String> lines(Unroll answer) {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return answer.out().lines().toList();
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static String said(String name, String caption) {
    return file(name) + "\t" + caption;
  }

  @Test
  void onePictureAndAFolderAndAPattern() {
    assertThat(lines(predict(file("p0.png")))).containsExactly("red top left");
    String[] two = {said("p0.png", "red top left"), said("p5.png", "blue and on the right")};
    assertThat(lines(predict(file("p0.png"), file("p5.png")))).containsExactly(two);
    assertThat(lines(predict("--in", file("p[05].png")))).containsExactly(two);
    assertThat(lines(predict(file("p[05].png")))).containsExactly(two);
    List<String> all = lines(predict("--in", folder.toString()));
    assertThat(all).hasSize(8).startsWith(two[0]).contains(two[1]);
    assertThat(lines(predict(folder.toString()))).isEqualTo(all);
  }

  @Test
  void picturesOfOneNameInTwoFoldersAreTwo() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path twin = Files.copy(folder.resolve("p5.png"), other.resolve("p0.png"));
    try {
      assertThat(lines(predict(file("p0.png"), other.toString())))
          .containsExactly(said("p0.png", "red top left"), twin + "\tblue and on the right");
    } finally {
      Files.delete(twin);
      Files.delete(other);
    }
  }

  @Test
  void aBadPictureAmongGoodOnesIsToldAndLeftOut() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.jpg"), "Dear Sir,");
    try {
      Unroll answered = predict(file("none.png"), file("p0.png"), text.toString());
      assertThat(lines(answered)).containsExactly(said("p0.png", "red top left"));
      assertThat(answered.err().lines())
          .containsExactly(
              "left out: " + file("none.png") + ": there is no such picture; check the path",
              "left out: "
                  + text
                  + ": text, no picture; expected a PNG, JPEG, GIF, BMP or WebP picture");
      Unroll none = predict(file("none.png"), text.toString());
      assertThat(none.exitCode()).isEqualTo(2);
      assertThat(none.err().lines()).hasSize(2);
    } finally {
      Files.delete(text);
    }
  }

  @Test
  void whatItSaysCanBeScored() throws IOException {
    Path table = folder.resolve("said.csv");
    lines(predict("--in", folder.toString(), "--out", table.toString()));
    Unroll scored =
        Unroll.run("caption", "evaluate", "--run", run.toString(), "--data", table.toString());
    assertThat(Files.readAllLines(table)).hasSize(1 + 8).startsWith("image,caption");
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(scored.out()).contains("exact-match").contains("1.0000");
  }

  @Test
  void attentionIsDrawnOnThePictures() throws IOException {
    Path page = folder.resolve("looked.html");
    lines(predict(file("p0.png"), "--attention", page.toString()));
    assertThat(page)
        .content()
        .contains("data:image/png;base64,", "where the net looked for red")
        .doesNotContain("&lt;/s&gt;");
  }

  @Test
  void batchesDoNotMatter() {
    List<String> all = lines(predict("--in", folder.toString(), "-s", "decode.batch=3"));
    for (int i = 0; i < all.size(); i++) {
      String alone = lines(predict(file("p" + i + ".png"))).get(0);
      assertThat(all.get(i)).isEqualTo(said("p" + i + ".png", alone));
    }
  }

  @Test
  void galleryAndTableAndBestOnes() throws IOException {
    Path page = folder.resolve("gallery.html");
    Path table = folder.resolve("captions-of-net.csv");
    lines(
        predict(
            "--in",
            folder.toString(),
            "--html",
            page.toString(),
            "--out",
            table.toString(),
            "--n-best",
            "2"));
    assertThat(page).content().contains("8 pictures", "data:image/png;base64,", "red top left");
    assertThat(Files.readAllLines(table)).hasSize(1 + 16).startsWith("image,rank,caption,score");
    assertThat(lines(predict(file("p0.png"), "-s", "decode.temperature=1", "-s", "seed=3")))
        .hasSize(1);
  }

  @Test
  void aSplitIsDescribedBesideItsReferences() throws IOException {
    Path table = folder.resolve("test.csv");
    List<String> said = lines(predict("--split", "test"));
    lines(predict("--split", "test", "--out", table.toString()));
    Unroll scored =
        Unroll.run("caption", "evaluate", "--run", run.toString(), "--data", table.toString());

    assertThat(said).hasSize(8).startsWith("p0.png\tRed, top left.\tred top left");
    assertThat(Files.readAllLines(table))
        .hasSize(1 + 8)
        .startsWith("references,image,caption", "\"Red, top left.\",p0.png,\"red top left\"");
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(Files.readString(run.resolve("provenance.json"))).contains("\"test-opened\" : 2");
  }

  @Test
  void ownPicturesAreScored() {
    Unroll scored =
        Unroll.run("caption", "evaluate", "--run", run.toString(), "--data", file("captions.csv"));
    assertThat(scored.err()).isEmpty();
    assertThat(scored.out()).contains("bleu-4", "cider", "rouge-l", "shuffled-bleu-4", "1.0000");
  }

  @Test
  void whatIsNoPictureIsTold() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.jpg"), "Dear Sir,");
    try {
      for (String wrong : List.of(text.toString(), file("none.png"), "", file("nowhere/"))) {
        Unroll told = predict(wrong);
        assertThat(told.exitCode()).as(wrong).isEqualTo(2);
        assertThat(told.err()).as(wrong).hasLineCount(1).doesNotContain("\tat ");
      }
    } finally {
      Files.delete(text);
    }
  }
}
