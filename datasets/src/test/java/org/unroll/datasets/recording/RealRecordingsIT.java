package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.unroll.datasets.recording.Reading.features;
import static org.unroll.datasets.recording.Reading.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.datasets.catalog.Archive;
import org.unroll.datasets.table.Splits;

/** Known numbers of the published data sets. Each test runs if UNROLL_MIRROR holds its set. */
class RealRecordingsIT {
  private static final Path MIRROR =
      Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", "/no/mirror"));

  @TempDir private Path folder;

  private static Path set(String name) {
    Path set = MIRROR.resolve(name);
    assumeTrue(Files.isDirectory(set), "UNROLL_MIRROR has no " + name);
    return set;
  }

  private Path unpacked(Path archive) throws IOException {
    Archive.of(archive, archive.toString())
        .read(
            name -> true,
            (name, content) -> {
              Path file = folder.resolve(name);
              Files.createDirectories(file.getParent());
              Files.copy(content, file);
            });
    return folder;
  }

  private static Map<String, Integer> counts(List<Recording> recordings) {
    Map<String, Integer> counts = new HashMap<>();
    for (Recording recording : recordings) {
      ((FrameLabels.OfClasses) recording.labels().orElseThrow())
          .names()
          .forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts;
  }

  private static int frames(List<Recording> recordings) {
    return recordings.stream().mapToInt(recording -> recording.frames().length()).sum();
  }

  @Test
  void gesturePhaseHasItsFramesAndMajority() {
    Reading reading = new Reading("source: gesture-phase, features: {relative-to: spine}");
    List<Recording> all = new GesturePhase(set("gesture-phase"), reading.files()).read();
    assertThat(all).hasSize(7);
    assertThat(frames(all)).isEqualTo(9_873);
    assertThat(counts(all)).containsOnlyKeys("Rest", "Preparation", "Stroke", "Hold", "Retraction");
    assertThat(counts(all).get("Stroke") / 9_873.0).isCloseTo(0.299, within(0.0005));
    assertThat(features(all.get(0)).names()).hasSize(15 + 32);
    assertThat(reading.notices).isEmpty();

    // row 4 of the raw file and row 0 of the other: left hand less spine, then its velocity
    assertThat(features(all.get(0)).rows()[0][0]).isEqualTo(5.00316f - 5.052367f);
    assertThat(features(all.get(0)).rows()[0][15]).isEqualTo(-0.00500942f);

    Splits<Recording> fold =
        new Reading("source: gesture-phase, folds: {by: user, fold: 2}").splits();
    assertThat(names(fold.test())).containsExactly("b1", "b3");
    assertThat(names(fold.validation())).containsExactly("c1");
    assertThat(new Reading("source: gesture-phase").splits().test()).hasSize(1);
  }

  @Test
  void utkinectHasItsFramesAndBackground() throws IOException {
    Path unpacked = unpacked(set("utkinect").resolve("utkinect-joints.zip"));
    Reading reading = new Reading("source: utkinect, folds: {by: subject, of: 5}");
    List<Recording> all = new Utkinect(unpacked, reading.files()).read();
    assertThat(all).hasSize(20);
    assertThat(frames(all)).isEqualTo(15_860 - 542);
    assertThat(counts(all)).hasSize(11).containsEntry("background", 9_496);
    assertThat(counts(all).get("background") / 15_318.0).isCloseTo(0.620, within(0.0005));
    assertThat(features(all.get(0)).names()).hasSize(60);

    // with the publisher's own file of labels
    Path labels = unpacked.resolve("joints/actionLabel.txt");
    Files.move(labels, unpacked.resolve("actionLabel.txt"));
    Files.delete(unpacked.resolve("joints/actionLabel_modified.txt"));
    assertThat(counts(new Utkinect(unpacked, reading.files()).read())).isEqualTo(counts(all));
    Splits<Recording> fold = reading.data.folds().orElseThrow().cut(all, reading.data.columns(), 5);
    assertThat(names(fold.test())).containsExactly("s01_e01", "s01_e02", "s06_e01", "s06_e02");
    assertThat(fold.train()).hasSize(14);
  }

  @Test
  void udacitySimDrivesStraightInItsLastQuarter() throws IOException {
    Path unpacked = unpacked(set("udacity-sim").resolve("udacity-sim.zip"));
    Reading reading = new Reading("source: udacity-sim, targets-window: 11");
    Recording track = new UdacitySim(unpacked, reading.files()).read();
    assertThat(track.frames().length()).isEqualTo(4_053);
    Recording smooth = reading.sources().prepared(track);
    Splits<Recording> splits =
        CataloguedRecordings.UDACITY_SIM.split().cut(List.of(smooth), reading.data.columns());
    assertThat(frames(splits.train()) + frames(splits.validation())).isEqualTo(3_039);
    double[][] test = Reading.numbers(splits.test().get(0));
    int straight = 0;
    for (double[] steering : test) {
      straight += Math.abs(steering[0]) <= 0.05 ? 1 : 0;
    }
    assertThat((double) straight / test.length).isCloseTo(0.701, within(0.0005));
    assertThat(meanError(splits)).isCloseTo(0.0094, within(0.00005));
  }

  /** Mean squared error in the test part of the mean of the parts before it. */
  private static double meanError(Splits<Recording> splits) {
    double sum = 0;
    for (Recording part : List.of(splits.train().get(0), splits.validation().get(0))) {
      for (double[] steering : Reading.numbers(part)) {
        sum += steering[0];
      }
    }
    double mean = sum / 3_039;
    double squares = 0;
    for (double[] steering : Reading.numbers(splits.test().get(0))) {
      squares += (steering[0] - mean) * (steering[0] - mean);
    }
    return squares / splits.test().get(0).frames().length();
  }
}
