package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.image.Picture;

class VideoSampleTest {
  private static final int CLASSES = Motion.values().length;

  /** Where it lies in a frame, and what it does there. */
  private record Seen(ShapePlace place, Motion motion) {}

  private static List<SampleVideo> videos(Split split) {
    return VideoSample.videos(split, 42);
  }

  private static List<Seen> seen(Split split) {
    List<Seen> seen = new ArrayList<>();
    for (SampleVideo video : videos(split)) {
      for (int frame = 0; frame < video.length(); frame++) {
        seen.add(new Seen(video.path().places().get(frame), video.motions().get(frame)));
      }
    }
    return seen;
  }

  /** If this fails, the videos are others than before: raise {@code VideoSample.VERSION}. */
  @Test
  void isWhatThisVersionPaints() {
    SampleVideo video = videos(Split.TEST).get(0);
    CRC32 sum = new CRC32();
    for (int frame = 0; frame < video.length(); frame += 10) {
      sum.update(video.frame(frame).pixels());
    }
    assertThat(sum.getValue()).isEqualTo(2363177035L);
  }

  @Test
  void isAFunctionOfTheSeed() {
    SampleVideo video = videos(Split.TRAIN).get(0);
    SampleVideo again = videos(Split.TRAIN).get(0);
    SampleVideo other = VideoSample.videos(Split.TRAIN, 43).get(0);
    assertThat(again.path()).isEqualTo(video.path());
    assertThat(again.frame(7).pixels()).isEqualTo(video.frame(7).pixels());
    assertThat(other.path()).isNotEqualTo(video.path());
  }

  @Test
  void everyVideoShowsEveryMotionInSegmentsThatCoverIt() {
    for (Split split : Split.values()) {
      for (SampleVideo video : videos(split)) {
        assertThat(video.length()).isBetween(MotionPath.FEWEST, MotionPath.MOST);
        assertThat(video.motions()).hasSize(video.length()).contains(Motion.values());
        List<MotionSegment> segments = video.path().segments();
        for (int i = 1; i < segments.size(); i++) {
          assertThat(segments.get(i).motion()).isNotEqualTo(segments.get(i - 1).motion());
        }
      }
    }
  }

  @Test
  void aFrameIsTheFirstThatShowsItsMotion() {
    SampleVideo video = videos(Split.TRAIN).get(0);
    for (int frame = 1; frame < video.length(); frame++) {
      ShapePlace before = video.path().places().get(frame - 1);
      ShapePlace here = video.path().places().get(frame);
      Motion motion = video.motions().get(frame);
      assertThat(here.x() < before.x()).isEqualTo(motion == Motion.LEFT);
      assertThat(here.x() > before.x()).isEqualTo(motion == Motion.RIGHT);
      assertThat(here.size() > before.size()).isEqualTo(motion == Motion.GROW);
      assertThat(here.size() < before.size()).isEqualTo(motion == Motion.SHRINK);
      assertThat(here.angle() != before.angle()).isEqualTo(motion == Motion.TURN);
    }
  }

  @Test
  void aShapeOfAColourOfATestVideoIsInNoTrainingVideo() {
    Set<List<Object>> train = pairs(Split.TRAIN);
    assertThat(train).hasSize(24).doesNotContainAnyElementsOf(pairs(Split.TEST));
    assertThat(train).doesNotContainAnyElementsOf(pairs(Split.VALIDATION));
    assertThat(pairs(Split.TEST)).hasSize(6).doesNotContainAnyElementsOf(pairs(Split.VALIDATION));
    List<SampleLook> looks = videos(Split.TRAIN).stream().map(v -> v.painter().look()).toList();
    assertThat(looks).extracting(SampleLook::outline).contains(ShapeOutline.values());
    assertThat(looks).extracting(SampleLook::colour).contains(ShapeColour.values());
    assertThat(looks).extracting(SampleLook::pattern).contains(Backdrop.Pattern.values());
  }

  private static Set<List<Object>> pairs(Split split) {
    Set<List<Object>> pairs = new HashSet<>();
    for (SampleVideo video : videos(split)) {
      SampleLook look = video.painter().look();
      pairs.add(List.of(look.outline(), look.colour()));
    }
    return pairs;
  }

  /** The best that can be said from where a shape lies, in cells of place and size. */
  @Test
  void placeAndSizeSayLittleOfTheMotion() {
    ToIntFunction<Seen> cell =
        seen -> 8 * (int) (seen.place().x() / 8) + (int) (2.5 * (seen.place().size() - 1.5));
    int[][] counts = new int[64][CLASSES];
    seen(Split.TRAIN).forEach(seen -> counts[cell.applyAsInt(seen)][seen.motion().ordinal()]++);
    List<Seen> test = seen(Split.TEST);
    int right = 0;
    for (Seen seen : test) {
      right += largest(counts[cell.applyAsInt(seen)]) == seen.motion().ordinal() ? 1 : 0;
    }
    assertThat((double) right / test.size()).isLessThan(0.35);
  }

  private static int largest(int[] counts) {
    int largest = 0;
    for (int i = 1; i < counts.length; i++) {
      largest = counts[i] > counts[largest] ? i : largest;
    }
    return largest;
  }

  @Test
  void theMeanFrameOfAClassIsThatOfAll() {
    Map<Motion, double[]> means = new EnumMap<>(Motion.class);
    Map<Motion, Integer> counts = new EnumMap<>(Motion.class);
    for (SampleVideo video : videos(Split.TRAIN)) {
      for (int frame = 0; frame < video.length(); frame += 24) {
        Motion motion = video.motions().get(frame);
        double[] sum = means.computeIfAbsent(motion, key -> new double[256]);
        double[] grey = grey(video.frame(frame));
        Arrays.setAll(sum, i -> sum[i] + grey[i]);
        counts.merge(motion, 1, Integer::sum);
      }
    }
    means.forEach((motion, sum) -> Arrays.setAll(sum, i -> sum[i] / counts.get(motion)));
    int right = 0;
    int all = 0;
    for (SampleVideo video : videos(Split.TEST)) {
      for (int frame = 0; frame < video.length(); frame += 24) {
        right += nearest(means, grey(video.frame(frame))) == video.motions().get(frame) ? 1 : 0;
        all++;
      }
    }
    assertThat((double) right / all).isLessThan(0.3);
  }

  /** 16 × 16 means. */
  private static double[] grey(Picture picture) {
    double[] grey = new double[256];
    for (int row = 0; row < picture.size().height(); row++) {
      for (int column = 0; column < picture.size().width(); column++) {
        int at = row / 4 * 16 + column / 4;
        grey[at] += (picture.at(0, row, column) + picture.at(1, row, column)) / 32.0;
      }
    }
    return grey;
  }

  private static Motion nearest(Map<Motion, double[]> means, double[] grey) {
    Motion nearest = Motion.REST;
    double least = Double.MAX_VALUE;
    for (Map.Entry<Motion, double[]> mean : means.entrySet()) {
      double distance = 0;
      for (int i = 0; i < grey.length; i++) {
        distance += Math.pow(grey[i] - mean.getValue()[i], 2);
      }
      if (distance < least) {
        least = distance;
        nearest = mean.getKey();
      }
    }
    return nearest;
  }
}
