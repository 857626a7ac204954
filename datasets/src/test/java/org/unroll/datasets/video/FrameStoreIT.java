package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.TableRows;

/** The frames of videos that are encoded here. */
class FrameStoreIT {
  private static final int FRAMES = 60;
  private static final PictureSize SIZE = new PictureSize(3, VideoFiles.HEIGHT, VideoFiles.WIDTH);

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();
  private Path cache;
  private Path video;

  @BeforeEach
  void encode() {
    cache = folder.resolve("cache/frames");
    video = VideoFiles.numbered(folder.resolve("clip.mp4"), "h264", FRAMES);
  }

  private FrameStore store(FrameSettings settings) {
    return new FrameStore(cache, settings, new DataAccess(true, notices::add));
  }

  private FrameStore store() {
    return store(VideoFiles.asWritten());
  }

  private byte[] decoded() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    new VideoFile(video, VideoFiles.asWritten()).read(frame -> all.write(frame.pixels()));
    return all.toByteArray();
  }

  private static byte[] all(CachedFrames frames) {
    byte[] all = new byte[frames.length() * frames.size().length()];
    frames.read(0, all);
    return all;
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }

  @Test
  void anyFramesAreReadAsTheyWereDecoded() throws IOException {
    byte[] decoded = decoded();
    CachedFrames frames = store().open(video);
    assertThat(frames.length()).isEqualTo(FRAMES);
    assertThat(frames.size()).isEqualTo(SIZE);
    assertThat(frames.rate()).isEqualTo(25);
    assertThat(frames.counted()).isEqualTo(FRAMES);
    assertThat(frames.number(7)).isEqualTo(7);
    assertThat(all(frames)).isEqualTo(decoded);
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      int from = random.nextInt(FRAMES);
      byte[] some = new byte[(1 + random.nextInt(FRAMES - from)) * SIZE.length()];
      frames.read(from, some);
      int start = from * SIZE.length();
      assertThat(some).isEqualTo(Arrays.copyOfRange(decoded, start, start + some.length));
    }
    byte[] two = new byte[2 * SIZE.length()];
    assertThatThrownBy(() -> frames.read(FRAMES - 1, two))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> frames.read(-1, two)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aVideoIsDecodedOnce() throws IOException {
    store().openAll(List.of(video));
    FileTime written = Files.getLastModifiedTime(kept().get(0));
    assertThat(notices).hasSize(2);
    assertThat(notices.get(0)).isEqualTo("decoding 1 recordings");
    assertThat(notices.get(1)).startsWith("60 frames decoded; they take 0.6 MB in " + cache);
    notices.clear();
    assertThat(all(store().openAll(List.of(video)).rows().get(0))).isEqualTo(decoded());
    store(VideoFiles.settings("{size: [48, 64], augment: {flip: true}}")).open(video);
    assertThat(kept()).hasSize(1);
    assertThat(Files.getLastModifiedTime(kept().get(0))).isEqualTo(written);
    assertThat(notices).isEmpty();
  }

  /** So that each frame gets the label of its own. */
  @Test
  void eachFrameKnowsItsNumberInTheVideo() {
    FrameSettings fifth =
        new FrameSettings(VideoFiles.asWritten().picture(), OptionalDouble.of(5), 25);
    for (int i = 0; i < 2; i++) { // decoded, and found
      CachedFrames frames = store(fifth).open(video);
      assertThat(frames.length()).isEqualTo(12);
      assertThat(frames.counted()).isEqualTo(FRAMES);
      byte[] pixels = new byte[SIZE.length()];
      for (int frame = 0; frame < 12; frame++) {
        assertThat(frames.number(frame)).isEqualTo(5 * frame);
        frames.read(frame, pixels);
        assertThat(VideoFiles.number(new Picture(SIZE, pixels))).isEqualTo(5 * frame);
      }
    }
  }

  @Test
  void picturesThatATableListsAreFrames() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int number : new int[] {7, 3, 9}) {
      files.add(VideoFiles.picture(folder.resolve(number + ".png"), number));
    }
    CachedFrames frames = store().openPictures(files);
    byte[] all = all(frames);
    byte[] first = Arrays.copyOf(all, SIZE.length());
    assertThat(frames.length()).isEqualTo(frames.counted()).isEqualTo(3);
    assertThat(VideoFiles.number(new Picture(SIZE, first))).isEqualTo(7);
    FileUtils.deleteDirectory(cache.toFile());
    assertThat(all(frames)).isEqualTo(all);
    List<Path> turned = List.of(files.get(1), files.get(0), files.get(2));
    assertThat(all(store().openPictures(turned))).isNotEqualTo(all);
    Files.writeString(files.get(1), "no picture");
    assertThatThrownBy(() -> store().openPictures(files))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(files.get(1) + ": text, no picture");
    Files.delete(files.get(2));
    assertThatThrownBy(() -> store().openPictures(files))
        .isInstanceOf(UserError.class)
        .hasMessage(files.get(2) + ": there is no such file");
  }

  @Test
  void otherSettingsAndAChangedVideoAreDecodedAnew() throws IOException {
    store().open(video);
    assertThat(store(VideoFiles.settings("{size: [48, 64], grey: true}")).open(video).size())
        .isEqualTo(new PictureSize(1, 48, 64));
    String region = "{size: [48, 64], region: {top: 8, left: 0, height: 40, width: 64}}";
    assertThat(store(VideoFiles.settings(region)).open(video).size())
        .isEqualTo(new PictureSize(3, 40, 64));
    assertThat(kept()).hasSize(3);
    VideoFiles.numbered(video, "h264", 10);
    assertThat(store().open(video).length()).isEqualTo(10);
    Files.setLastModifiedTime(video, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    store().open(video);
    assertThat(kept()).hasSize(5);
  }

  @Test
  void whatIsDeletedIsDecodedAgain() throws IOException {
    CachedFrames frames = store().open(video);
    byte[] before = all(frames);
    FileUtils.deleteDirectory(cache.toFile());
    assertThat(all(frames)).isEqualTo(before);
    assertThat(kept()).hasSize(1);
    Files.write(kept().get(0), new byte[100]); // not what was written
    assertThat(all(frames)).isEqualTo(before);
    FileUtils.deleteDirectory(cache.toFile());
    VideoFiles.numbered(video, "h264", 10);
    assertThatThrownBy(() -> all(frames))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(video.toString(), "deleted", "it has changed");
    Files.delete(video);
    assertThatThrownBy(() -> all(frames))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(video.toString(), "deleted", "there is no such file");
  }

  @Test
  void aDamagedFileOfFramesIsWrittenAnew() throws IOException {
    store().open(video);
    Path file = kept().get(0);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 10));
      if (i % 2 == 0) { // what stands behind the frames is changed
        damaged = whole.clone();
        damaged[whole.length - 1 - random.nextInt(120)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      CachedFrames frames = store().open(video);
      assertThat(frames.length()).isEqualTo(FRAMES);
      assertThat(frames.rate()).isEqualTo(25);
    }
  }

  /** Several threads read while another deletes everything again and again. */
  @Test
  void threadsMayReadWhileTheFolderIsDeleted() throws Exception {
    byte[] decoded = decoded();
    CachedFrames frames = store().open(video);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        int seed = t;
        readers.add(threads.submit(() -> readSome(frames, decoded, seed)));
      }
      Path file = kept().get(0);
      for (int deleted = 0; deleted < 10 && !readers.stream().allMatch(Future::isDone); ) {
        Thread.sleep(10);
        deleted += Files.deleteIfExists(file) ? 1 : 0;
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void readSome(CachedFrames frames, byte[] decoded, int seed) {
    Random random = new Random(seed);
    byte[] some = new byte[5 * SIZE.length()];
    for (int i = 0; i < 400; i++) {
      int from = random.nextInt(FRAMES - 4);
      frames.read(from, some);
      int start = from * SIZE.length();
      assertThat(some).isEqualTo(Arrays.copyOfRange(decoded, start, start + some.length));
    }
  }

  @Test
  void manyAreDecodedSideBySideAndBadOnesAreNamed() throws IOException {
    List<Path> recordings = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      Path file = folder.resolve("video%d.avi".formatted(i));
      recordings.add(VideoFiles.numbered(file, "mpeg4", i));
    }
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
    recordings.add(3, text);
    recordings.add(folder.resolve("missing.mp4"));
    recordings.add(Files.createDirectory(folder.resolve("empty")));
    TableRows<CachedFrames> rows = store().openAll(recordings);
    assertThat(rows.rows())
        .extracting(CachedFrames::length)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(rows.rows().get(7).recording()).isEqualTo(recordings.get(8));
    assertThat(rows.read()).isEqualTo(11);
    assertThat(rows.bad()).hasSize(3);
    assertThat(rows.bad().get(0)).asString().startsWith(text + ": no video that is read");
    assertThat(rows.bad().get(1)).asString().contains("missing.mp4: there is no such file");
    assertThat(rows.bad().get(2)).asString().contains("empty: no pictures in this folder");
    assertThat(kept()).hasSize(8);
    assertThatThrownBy(() -> store().open(text)).isInstanceOf(BadCell.class);
  }

  @Test
  void whatIsWrongWithAVideoIsToldAgainWhenItsFramesAreKept() throws IOException {
    Path ts = VideoFiles.numbered(folder.resolve("a.avi"), "mjpeg", FRAMES);
    Path cut = VideoFiles.cut(ts, 0.5, folder.resolve("cut.avi"));
    for (int i = 0; i < 2; i++) {
      notices.clear();
      CachedFrames frames = store().open(cut);
      assertThat(frames.length()).isLessThan(FRAMES);
      assertThat(notices).anyMatch(notice -> notice.startsWith(cut + ": cut off"));
      assertThat(store().openAll(List.of(cut)).notices()).isEqualTo(notices);
    }
  }

  @Test
  void leftoversOfKilledProcessesAreSweptAway() throws IOException {
    Files.createDirectories(cache);
    Path old = Files.writeString(cache.resolve("x.frames.1.tmp"), "half");
    Path young = Files.writeString(cache.resolve("y.frames.2.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    store().open(video);
    assertThat(kept()).hasSize(2).contains(young).doesNotContain(old);
  }

  /** What is opened again counts as new. */
  @Test
  void oldFramesGoWhenNewOnesNeedTheirPlace() throws IOException {
    store().open(video);
    Path opened = kept().get(0);
    List<Path> others = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      Path file = folder.resolve("video%d.avi".formatted(i));
      others.add(VideoFiles.numbered(file, "mpeg4", FRAMES));
    }
    store().open(others.get(0));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    for (Path each : kept()) {
      Files.getFileAttributeView(each, BasicFileAttributeView.class).setTimes(old, old, null);
    }
    long limit = 2 * Files.size(opened) + 1000;
    FrameStore small =
        new FrameStore(cache, VideoFiles.asWritten(), new DataAccess(true, notices::add), limit);
    notices.clear();
    CachedFrames frames = small.open(video);
    small.openAll(others.subList(1, 2));

    assertThat(kept()).hasSize(2).contains(opened);
    assertThat(notices).last().asString().startsWith("deleted the frames of 1 recordings");
    assertThat(all(frames)).isEqualTo(decoded());
  }

  private Process start(String... options) {
    try {
      return ChildJvm.command(
              List.of(options), DecodingProcess.class, List.of(cache.toString(), video.toString()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void twoProcessesMayDecodeAtOnce() throws Exception {
    List<Process> both = List.of(start(), start());
    for (Process each : both) {
      assertThat(output(each)).contains("60 frames");
      assertThat(each.waitFor()).isZero();
    }
    assertThat(kept()).hasSize(1);
    assertThat(all(store().open(video))).isEqualTo(decoded());
  }

  @Test
  void aFullDiskIsOneMessageAndAKillLeavesNothingThatIsTaken() throws Exception {
    store().open(video);
    String name = kept().get(0).getFileName().toString();
    Files.delete(kept().get(0));
    Process full = start(DiskFault.fullInside(name, 1, 100_000).option());
    assertThat(output(full))
        .contains("cannot keep the frames of " + video, "the disk is full", "UNROLL_CACHE")
        .doesNotContain("\tat ");
    assertThat(full.waitFor()).isEqualTo(2);
    assertThat(kept()).isEmpty();
    Process killed = start(DiskFault.killInside(name, 1, 100_000).option());
    assertThat(output(killed)).doesNotContain("60 frames");
    assertThat(killed.waitFor()).isEqualTo(137);
    assertThat(kept()).hasSize(1); // what it wrote so far, under another name
    assertThat(all(store().open(video))).isEqualTo(decoded());
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsOneMessage() throws IOException {
    Files.createDirectories(cache.getParent());
    Files.writeString(cache, "a file in the way");
    assertThatThrownBy(() -> store().open(video))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("cannot keep the frames of", cache.toString(), "UNROLL_CACHE");
  }
}
