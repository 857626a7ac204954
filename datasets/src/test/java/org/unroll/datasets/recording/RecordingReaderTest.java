package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.datasets.recording.Reading.classes;
import static org.unroll.datasets.recording.Reading.features;
import static org.unroll.datasets.recording.Reading.names;
import static org.unroll.datasets.recording.Reading.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.video.FeatureFrames;

/** The three forms of the user's own data. */
class RecordingReaderTest {
  private static final String RENAME =
      "[{transform: {'@class': org.datavec.api.transform.transform.column.RenameColumnsTransform,"
          + " oldNames: [t], newNames: [seconds]}}]";

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Reading reading(String settings) {
    return new Reading("source: videos/, split: {}" + settings);
  }

  private List<Recording> read(Path place) {
    return reading("").sources().labelled(place);
  }

  private void assertRefused(Path place, String... messages) {
    assertThatThrownBy(() -> read(place))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void aFolderHasVideosAndFoldersOfPicturesWithLabelsBesideThem() throws IOException {
    write("b.mp4", "xyz");
    write("b.csv", "label\nrun\nrun\n\"\"\n");
    write("a/2.png", "2");
    write("a/1.png", "1");
    write("labels/a.tsv", "frame\tlabel\n0\twalk\n1\t\n");
    write("c.AVI", "1234");
    write("labels/c.csv", "start,end,label\n1,2,walk\n");
    write(".hidden.mp4", "");
    write("notes.txt", "not to be read");

    List<Recording> all = read(folder);
    assertThat(names(all)).containsExactly("a", "b", "c");
    assertThat(all).extracting(Reading::pixels).containsExactly("12", "xyz", "1234");
    assertThat(all)
        .extracting(Reading::classes)
        .containsExactly("walk -", "run run -", "- walk walk -");
    assertThat(all).extracting(Recording::rate).containsExactly(25.0, 10.0, 10.0);
  }

  @Test
  void aFolderOfPicturesAloneIsARecording() throws IOException {
    Path clip = write("clip/1.jpg", "1").getParent();
    write("clip/2.jpg", "2");
    write("clip.csv", "label\nwalk\nrun\n");
    assertThat(classes(read(clip).get(0))).isEqualTo("walk run");
    assertThat(names(read(clip))).containsExactly("clip");
  }

  @Test
  void whatAFolderLacksIsTold() throws IOException {
    assertRefused(Files.createDirectories(folder.resolve("empty")), "empty: nothing to read");
    write("a.mp4", "xyz");
    assertRefused(folder, "a.mp4: no labels; expected a.csv beside it, or labels/a.csv");
    write("a.csv", "label\na\na\na\n");
    write("a/1.png", "1");
    assertRefused(folder, "a second recording called 'a'", "Rename one of them");
    assertRefused(folder.resolve("no/such"), "there is no such file or folder below");
  }

  @Test
  void aTableNamesVideosTheirLabelsAndMore() throws IOException {
    write("clips/a.mp4", "abc");
    write("clips/b/1.png", "1");
    write("truth/a.csv", "start,end,label\n0,1,walk\n");
    write("truth/b.csv", "label\nrun\n");
    Path table =
        write(
            "list.csv",
            """
            subject,video,labels
            s1,clips\\a.mp4,truth\\a.csv
            s2,clips/b,C:\\data\\truth\\b.csv
            """);

    List<Recording> all = read(table);
    assertThat(names(all)).containsExactly("clips/a", "clips/b");
    assertThat(all).extracting(Reading::pixels).containsExactly("abc", "1");
    assertThat(all).extracting(Reading::classes).containsExactly("walk walk -", "run");
    assertThat(all)
        .extracting(Recording::about)
        .containsExactly(Map.of("subject", "s1"), Map.of("subject", "s2"));
    assertThat(all.get(1).origin()).hasToString(table + ":3");
  }

  @Test
  void aTableOfVideosNeedsNoLabelsToPredict() throws IOException {
    write("a.mp4", "abc");
    write("a.csv", "label\nx\nx\nx\n");
    Path table = write("list.csv", "video,camera\na.mp4,left\n");
    assertThat(reading("").sources().unlabelled(table).get(0).labels()).isEmpty();
    assertThat(classes(read(table).get(0))).isEqualTo("x x x");
  }

  @Test
  void whatATableOfVideosNamesWronglyIsToldWithItsLine() throws IOException {
    write("a.mp4", "abc");
    write("a.csv", "label\nx\nx\nx\n");
    Path table = write("list.csv", "video,labels\na.mp4,a.csv\nb.mp4,a.csv\n");
    assertRefused(table, table + ":3: there is no 'b.mp4'");
    write("list.csv", "video,labels\na.mp4,a.csv\n./a.mp4,a.csv\n");
    assertRefused(table, table + ":3: a second recording called 'a'; the first is " + table + ":2");
    write("list.csv", "video,labels\na.mp4,old/a.csv\n");
    assertRefused(table, table + ":2: there is no 'old/a.csv'");
    write("list.csv", "video,labels\na.mp4,a.txt\n");
    assertRefused(table, table + ":2: there is no 'a.txt'");
    write("list.csv", "video,labels\na.mp4,\n");
    assertRefused(table, table + ":2: nothing in column \"labels\"");
  }

  @Test
  void aTableOfFramesHasFeaturesALabelAndARecordingARow() throws IOException {
    Path table =
        write(
            "joints.csv",
            """
            video,who,frame,hx,hy,label
            a,ann,1,0.5,2,rest
            a,ann,2,0.25,,
            b,bob,7,1,4,wave
            """);

    Reading reading = reading("");
    List<Recording> all = reading.sources().labelled(table);
    assertThat(names(all)).containsExactly("a", "b");
    assertThat(all).extracting(Reading::classes).containsExactly("rest -", "wave");
    assertThat(all).extracting(Recording::about).contains(Map.of("who", "ann"));
    assertThat(features(all.get(0)).names()).containsExactly("hx", "hy");
    assertThat(features(all.get(0)).rows()).isEqualTo(new float[][] {{0.5f, 2}, {0.25f, 2}});
    assertThat(reading.notices)
        .containsExactly(
            "features of a frame: hx, hy; data.columns.features names others",
            table + ":2: 1 of 4 numbers missing, taken from the frame before");
    FrameFiles files = reading("").files();
    assertThat(FrameTable.read(table, files, false).get(0).labels()).isEmpty();
    assertThat(files.digests()).containsOnlyKeys(table.toString());
  }

  @Test
  void columnsGoByTheirNamesAndATransform() throws IOException {
    Path table = write("joints.csv", "t,x,y,phase\n1,10,5,rest\n2,20,6,wave\n");
    Recording named =
        reading(", columns: {features: [y], label: phase}").sources().labelled(table).get(0);
    assertThat(features(named).rows()).isEqualTo(new float[][] {{5}, {6}});
    Recording targets =
        reading(", columns: {targets: [y, seconds]}, transform: " + RENAME)
            .sources()
            .labelled(table)
            .get(0);
    assertThat(features(targets).names()).containsExactly("x");
    assertThat(Reading.numbers(targets)).isEqualTo(new double[][] {{5, 1}, {6, 2}});
  }

  @Test
  void aFolderOfTablesIsARecordingEachAndTheirLabelsMayStandApart() throws IOException {
    write("a.csv", "x\n1\n2\n3\n");
    write("b.csv", "x,label\n1,run\n");
    write("labels/a.csv", "start,end,label\n1,2,walk\n");
    List<Recording> all = read(folder);
    assertThat(names(all)).containsExactly("a", "b");
    assertThat(all).extracting(Reading::classes).containsExactly("- walk walk", "run");
  }

  @Test
  void aTableMayNameAPictureARow() throws IOException {
    write("IMG/1.jpg", "1");
    write("IMG/2.jpg", "2");
    Path table =
        write(
            "log.csv",
            "frame,steering,speed\nC:\\me\\IMG\\1.jpg,0.5,30\nC:\\me\\IMG\\2.jpg,-1,31\n");
    Reading reading = reading(", columns: {targets: [steering]}");
    Recording log = reading.sources().labelled(table).get(0);
    assertThat(pixels(log)).isEqualTo("12");
    assertThat(Reading.numbers(log)).isEqualTo(new double[][] {{0.5}, {-1}});

    write("log.csv", "frame,steering\n1.jpg,0.5\n3.jpg,0\n");
    assertThatThrownBy(() -> reading.sources().labelled(table))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(table + ":2: there is no '1.jpg'");
  }

  @Test
  void whatIsWrongInATableOfFramesIsToldWithItsLine() throws IOException {
    Path table = write("t.csv", "x,y\n1,2\n");
    assertRefused(table, "t.csv:1: there is no column \"label\"; found: x, y.");
    write("t.csv", "x,label\n1,a\nleft,a\n");
    assertRefused(table, "t.csv:3: 'left' in column \"x\" is no number as in the first row");
    write("t.csv", "frame,x,label\n4,1,a\n4,1,a\n");
    assertRefused(table, "t.csv:3: frame 4 after frame 4");
    write("t.csv", "video,x,label\na,1,a\nb,1,a\na,1,a\n");
    assertRefused(table, "t.csv:4: the recording 'a' goes on after 'b'");
    write("t.csv", "name,label\nbob,a\n");
    assertRefused(table, "t.csv:1: no column of numbers");
    write("t.csv", "x,label\n");
    assertRefused(table, "t.csv: no rows");
    write("t.csv", "x,y,label\n1,,a\n2,,a\n");
    assertRefused(table, "t.csv:2: no number in column \"y\"");
  }

  @Test
  void recordingsAreOfOneKind() throws IOException {
    write("a.mp4", "abc");
    write("a.csv", "label\nx\nx\nx\n");
    write("j.csv", "x,label\n1,x\n");
    Path table = write("list.csv", "video\na.mp4\nj.csv\n");
    assertRefused(table, "has pictures, the other features");
  }

  @Test
  void partsAreReadWhenTheyAreAskedFor() throws IOException {
    Path train = write("train.csv", "x,label\n1,a\n");
    Path validation = write("validation.csv", "x,label\n2,a\n3,\n");
    Source<List<Recording>> source =
        new Reading("train: %s, validation: %s, background: none".formatted(train, validation))
            .open();
    assertThat(source.digests()).isEmpty();
    assertThat(classes(source.read(Split.VALIDATION).get(0))).isEqualTo("a none");
    assertThat(source.digests()).containsOnlyKeys(validation.toString());
    assertThatThrownBy(() -> source.read(Split.TEST)).hasMessageContaining("there is no data.test");
  }

  @Test
  void theSampleIsCutAsItComesUnlessTheConfigSaysHow() {
    FrameLabels labels = new FrameLabels.OfClasses(List.of("a"));
    List<Recording> made = new ArrayList<>();
    for (String name : List.of("1", "2", "3")) {
      FeatureFrames frames = new FeatureFrames(List.of("x"), new float[1][1]);
      made.add(
          new Recording(name, Map.of(), frames, Optional.of(labels), 25, new Origin("sample", 1)));
    }
    Splits<Recording> sample =
        new Splits<>(made.subList(0, 1), made.subList(1, 2), made.subList(2, 3));
    assertThat(names(new Reading("source: sample").sources().open(() -> sample).read(Split.TEST)))
        .containsExactly("3");
    Reading folds = new Reading("source: sample, folds: {of: 3, fold: 2}");
    assertThat(names(folds.sources().open(() -> sample).read(Split.TEST))).containsExactly("2");
    assertThatThrownBy(() -> new Reading("source: gesture").sources().open(() -> sample))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "data.source: no recordings called 'gesture'. Expected gesture-phase, utkinect,"
                + " udacity-sim, sample, or a file that ends in .csv, .tsv or .jsonl, or a folder"
                + " such as videos/.");
  }
}
