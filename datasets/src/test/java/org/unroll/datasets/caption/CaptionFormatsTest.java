package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class CaptionFormatsTest {
  private static final String ANY = "source: sample, max-bad-rows: 0";
  private static final List<String> EXPECTED =
      List.of("1 a dog|a brown dog", "2 two, or more cats");

  private static final String CSV =
      "image,caption\n1.png,a dog\n2.png,\"two, or more cats\"\n1.png,a brown dog\n";
  private static final String TSV =
      "id\tcaption\timage\n7\ta dog\t1.png\n8\ttwo, or more cats\t2.png\n9\ta brown dog\t1.png\n";
  private static final String JSONL =
      """
      {"image": "1.png", "caption": ["a dog", "a brown dog"], "id": 1}
      {"caption": "two, or more cats", "image": "2.png"}
      """;
  private static final String TOKENS =
      "1.png#0\ta dog\n1.png#1\ta brown dog\n2.png#0\ttwo, or more cats\n";
  private static final String COCO =
      """
      {"info": {"images": [1]}, "annotations": [
        {"image_id": 70, "id": 1, "caption": " a dog\\n"},
        {"image_id": 80, "id": 2, "caption": "two, or more cats"},
        {"image_id": 70, "id": 3, "caption": "a brown dog"}],
       "images": [{"id": 80, "file_name": "2.png"}, {"file_name": "1.png", "id": 70}]}""";
  private static final String KARPATHY =
      """
      {"images": [
        {"filepath": "val2014", "filename": "1.png", "split": "restval", "sentences": [
          {"raw": "a dog", "tokens": ["x"]}, {"tokens": ["a", "brown", "dog"]}]},
        {"filename": "2.png", "split": "val", "sentences": [{"raw": "two, or more cats"}]}],
       "dataset": "flickr8k"}""";
  private static final String LIST =
      """
      [{"image": "x/1.png", "caption": ["a dog", "a brown dog"]},
       {"image": "2.png", "caption": "two, or more cats"}]""";

  @TempDir private Path path;
  private CaptionFolder folder;

  @BeforeEach
  void pictures() {
    folder = new CaptionFolder(path).pictures("1.png", "2.png");
  }

  private static String text(String format) {
    return switch (format) {
      case "CSV" -> CSV;
      case "TSV" -> TSV;
      case "JSONL" -> JSONL;
      case "TOKENS" -> TOKENS;
      case "COCO" -> COCO;
      case "KARPATHY" -> KARPATHY;
      default -> LIST;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "CSV, a.csv",
    "CSV, captions.txt",
    "TSV, a.tsv",
    "TSV, a.TXT",
    "JSONL, a.jsonl",
    "TOKENS, Flickr8k.token.txt",
    "TOKENS, results.token",
    "TOKENS, named-so.tsv",
    "COCO, captions_val.json",
    "KARPATHY, dataset.json",
    "LIST, list.json"
  })
  void everyFormatGivesTheSame(String format, String name) {
    folder.write(name, text(format));
    assertThat(folder.captioned(ANY, name)).isEqualTo(EXPECTED);
    assertThat(folder.notices).isEmpty();
  }

  @Test
  void aFolderHoldsItsCaptions() {
    folder.write("captions.jsonl", JSONL);
    assertThat(folder.captioned(ANY, "")).isEqualTo(EXPECTED);
    folder.write("captions.csv", CSV);
    assertThatThrownBy(() -> folder.captioned(ANY, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("captions.csv and ")
        .hasMessageContaining("captions.jsonl");
  }

  @Test
  void textsStandBesidePictures() {
    folder.pictures("more/3.jpg");
    folder.write("1.txt", "a dog\n\n a brown dog \n");
    folder.write("2.txt", "two, or more cats");
    assertThat(folder.captioned(ANY, "")).isEqualTo(EXPECTED);
    folder.write("more/3.txt", "three");
    assertThat(folder.captioned(ANY, "")).hasSize(3).contains("3 three");
    folder.write("more/3.txt", "one\ntwo\n...");
    assertThatThrownBy(() -> folder.captioned(ANY, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "1 of 6 rows bad; " + path + "/more/3.txt:3: a caption without a word");
  }

  @Test
  void columnsHaveOtherNames() {
    folder.write("a.csv", "file,text,caption\n1.png,a dog,no\n");
    String yaml = ANY + ", columns: {image: file, caption: text}";
    assertThat(folder.captioned(yaml, "a.csv")).containsExactly("1 a dog");
    assertThatThrownBy(() -> folder.captioned(ANY, "a.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no column \"image\"");
  }

  @Test
  void rowsAreTransformed() {
    folder.write("a.json", COCO);
    String yaml =
        ANY
            + """
            , transform: [{transform: {'@class': org.datavec.api.transform.transform.string.ReplaceStringTransform,
                columnName: caption, map: {cats: kittens}}}]""";
    assertThat(folder.captioned(yaml, "a.json"))
        .containsExactly("1 a dog|a brown dog", "2 two, or more kittens");
  }

  @Test
  void picturesLieInOtherFoldersAndArchives() throws IOException {
    folder.pictures("Images/5.png", "Images/6.png");
    folder.write("a.csv", "image,caption\n5.png,five\nC:\\data\\Images\\6.png,six\n");
    assertThat(folder.captioned(ANY, "a.csv")).containsExactly("5 five", "6 six");
    folder.zip("all.zip", "x/Images/7.png", "__MACOSX/x/._7.png", "x/8.png");
    folder.write("zip.csv", "image,caption\n7.png,seven\nx/8.png,eight\n");
    assertThat(
            folder.part(
                "train: {captions: @zip.csv, images: @all.zip}, validation: {captions: @a.csv}",
                Split.TRAIN))
        .containsExactly("7 seven", "8 eight");
  }

  @Test
  void whatIsNoCaptionsFileIsSaid() {
    folder.write("lines.txt", "a dog\na cat\n");
    assertThatThrownBy(() -> folder.captioned(ANY, "lines.txt"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no captions; expected name.jpg#0, a tab");
    folder.write("cut.json", COCO.substring(0, 200));
    assertThatThrownBy(() -> folder.captioned(ANY, "cut.json"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cut.json:4: no JSON, or cut off");
    folder.write("long.json", COCO + "]");
    assertThatThrownBy(() -> folder.captioned(ANY, "long.json"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("long.json");
    folder.write("long.json", COCO + "{}");
    assertThatThrownBy(() -> folder.captioned(ANY, "long.json"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("long.json: goes on after its last bracket");
    folder.write("other.json", "{\"annotations\": []}");
    assertThatThrownBy(() -> folder.captioned(ANY, "other.json"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected COCO's captions");
    folder.write("empty.csv", "image,caption\n");
    assertThatThrownBy(() -> folder.captioned(ANY, "empty.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no captions in it");
    assertThatThrownBy(() -> folder.captioned(ANY, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no captions; expected a captions.csv");
  }
}
