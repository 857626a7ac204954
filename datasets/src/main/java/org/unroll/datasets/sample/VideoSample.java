package org.unroll.datasets.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.run.LockFile;
import org.unroll.datasets.catalog.StoreSettings;

/**
 * Generated videos of one shape that slides to the left or right, grows, shrinks, turns or rests,
 * before a background that moves all the time. Each frame has a class, the motion from the frame
 * before to it; a frame alone does not tell it, since places, sizes, angles and backgrounds are
 * much the same in all classes. Every class occurs in every video. A shape of a colour that is in a
 * validation or test video is in no training video.
 *
 * <p>They are real mp4 files with a file of segments beside each, as a user would have them.
 */
public final class VideoSample {
  /** Of what this code paints and writes; to be raised with every change of it. */
  private static final int VERSION = 2;

  private static final int TRAIN = 100;
  private static final int VALIDATION = 18;
  private static final int TEST = 40;

  private VideoSample() {}

  /**
   * The folder of the videos, in the cache. They are painted by the first call.
   *
   * @return with folders {@code train}, {@code validation} and {@code test}, in which beside each
   *     {@code <name>.mp4} stands {@code <name>.csv} with the columns {@code start,end,label}: the
   *     first and the last frame of a segment, counted from 0, and its class
   * @throws UserError if they cannot be kept there
   */
  public static Path folder(DataAccess access, long seed) {
    Path cache = StoreSettings.of(System.getenv(), access.offline()).cache();
    return folder(cache.resolve("sample-video"), access.notices(), seed);
  }

  /** The same in a folder of all versions and seeds. Appears there whole or not at all. */
  static Path folder(Path all, Consumer<String> notices, long seed) {
    Path folder = all.resolve(VERSION + "-" + seed);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(all);
      notices.accept("painting the sample's videos, once, into " + folder);
      return LockFile.onceFree(all.resolve(".lock"), () -> {}, () -> filled(folder, seed));
    } catch (UncheckedIOException e) {
      throw notKept(folder, e.getCause());
    } catch (IOException e) {
      throw notKept(folder, e);
    }
  }

  private static UserError notKept(Path folder, IOException e) {
    return new UserError(
        "cannot keep the sample's videos in %s: %s: %s. Free some space there, or set UNROLL_CACHE to a folder you may write to."
            .formatted(folder, e.getClass().getSimpleName(), e.getMessage()),
        e);
  }

  private static Path filled(Path folder, long seed) {
    Path incoming = folder.resolveSibling(".incoming");
    try {
      if (!Files.isDirectory(folder)) { // another process may have filled it in the meantime
        FileUtils.deleteDirectory(incoming.toFile()); // left by one that was killed
        for (Split split : Split.values()) {
          Path part = Files.createDirectories(incoming.resolve(split.key()));
          for (SampleVideo video : videos(split, seed)) {
            video.write(part);
          }
        }
        Files.move(incoming, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a split, in the order of their names. */
  static List<SampleVideo> videos(Split split, long seed) {
    Random random = new Random(31 * seed + split.ordinal());
    List<SampleLook> looks = new ArrayList<>(SampleLook.of(split));
    Collections.shuffle(looks, random);
    List<SampleVideo> videos = new ArrayList<>();
    for (int i = 0; i < count(split); i++) {
      String name = "%s-%03d".formatted(split.key(), i + 1);
      videos.add(SampleVideo.draw(name, looks.get(i % looks.size()), random));
    }
    return videos;
  }

  private static int count(Split split) {
    return switch (split) {
      case TRAIN -> TRAIN;
      case VALIDATION -> VALIDATION;
      case TEST -> TEST;
    };
  }
}
