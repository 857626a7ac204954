package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.catalog.CacheFolder;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.TableRows;

/**
 * Keeps the decoded frames of recordings on disk, since decoding takes far longer than reading
 * them. What was decoded with other settings, or of a file that has changed, is not taken: the name
 * is a digest of both. Of more than 20 GB ({@code UNROLL_FRAMES_CACHE_GB}) those go that were not
 * used for longest. The folder may be deleted at any time, and several processes may use it; what
 * two of them decode at once is the same, and the last one stays. Immutable and thread-safe.
 */
public final class FrameStore {
  private static final double MEGABYTE = 1e6;

  private final FrameCache cache;
  private final FrameEviction eviction;
  private final DataAccess access;

  /**
   * @param folder made when needed
   */
  public FrameStore(Path folder, FrameSettings settings, DataAccess access) {
    this(folder, settings, access, CacheFolder.limit(FrameCache.KIND, System.getenv()));
  }

  /**
   * @param limit bytes of the folder, which only what is in use may exceed
   */
  FrameStore(Path folder, FrameSettings settings, DataAccess access, long limit) {
    this(new CacheFolder(folder, FrameCache.KIND, limit), settings, access);
  }

  private FrameStore(CacheFolder folder, FrameSettings settings, DataAccess access) {
    this.cache = new FrameCache(folder, settings);
    this.eviction = new FrameEviction(folder, Instant.now());
    this.access = access;
  }

  /** In {@code UNROLL_CACHE}, or {@code ~/.cache/unroll}. */
  public FrameStore(FrameSettings settings, DataAccess access) {
    this(CacheFolder.of(FrameCache.KIND, System.getenv()), settings, access);
  }

  /**
   * Opens the frames of a recording, which is decoded if that was not done before.
   *
   * @param recording a video file, or a folder of pictures
   * @throws BadCell without the recording's name, if no frame of it can be read
   * @throws UserError if the disk is full or may not be written to
   */
  public CachedFrames open(Path recording) {
    FrameSource source = FrameSource.of(recording, cache.settings());
    CachedFrames frames = find(source).orElseGet(() -> decodeAlone(source));
    for (String notice : frames.notices()) {
      access.notices().accept(recording + ": " + notice);
    }
    return frames;
  }

  /**
   * Opens picture files as the frames of a recording.
   *
   * @param files in their order, at least one; all of them are taken, whatever the rate
   * @throws UserError if one cannot be read, the disk is full or may not be written to
   */
  public CachedFrames openPictures(List<Path> files) {
    FrameSource source = new FrameList(files, cache.settings());
    try {
      return find(source).orElseGet(() -> decodeAlone(source));
    } catch (BadCell e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /**
   * The same of many; those not decoded before are decoded side by side, on as many threads as Java
   * has for such work. They come in the given order.
   *
   * @return of recordings that cannot be read, why not
   * @throws UserError if the disk is full or may not be written to
   */
  public TableRows<CachedFrames> openAll(List<Path> recordings) {
    Opened[] opened = recordings.stream().map(this::found).toArray(Opened[]::new);
    int[] missing = IntStream.range(0, opened.length).filter(i -> opened[i].isMissing()).toArray();
    if (missing.length > 0) {
      access.notices().accept("decoding %,d recordings".formatted(missing.length));
      try (Work work = access.progress().begin("reading recordings", missing.length)) {
        IntStream.of(missing)
            .parallel()
            .forEach(
                i -> {
                  opened[i] = decoded(recordings.get(i));
                  work.advance(1);
                });
      }
      tell(missing, opened);
      evict();
    }
    List<CachedFrames> rows = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (Opened each : opened) {
      each.bad.ifPresent(bad::add);
      each.frames.ifPresent(rows::add);
      each.frames.ifPresent(
          frames -> frames.notices().forEach(n -> notices.add(frames.recording() + ": " + n)));
    }
    return new TableRows<>(rows, bad, opened.length, notices);
  }

  /** What became of a recording: neither is there if it is still to be decoded. */
  private record Opened(Optional<CachedFrames> frames, Optional<BadRow> bad) {
    boolean isMissing() {
      return frames.isEmpty() && bad.isEmpty();
    }
  }

  private Opened found(Path recording) {
    return opened(recording, this::find);
  }

  private Opened decoded(Path recording) {
    return opened(recording, source -> Optional.of(decode(source)));
  }

  private Opened opened(Path recording, Function<FrameSource, Optional<CachedFrames>> opening) {
    try {
      FrameSource source = FrameSource.of(recording, cache.settings());
      return new Opened(opening.apply(source), Optional.empty());
    } catch (BadCell e) {
      BadRow row = new BadRow(Origin.file(recording), e.getMessage());
      return new Opened(Optional.empty(), Optional.of(row));
    }
  }

  private void tell(int[] decoded, Opened[] opened) {
    long bytes = 0;
    long frames = 0;
    for (int i : decoded) {
      bytes += opened[i].frames.map(CachedFrames::bytes).orElse(0L);
      frames += opened[i].frames.map(CachedFrames::length).orElse(0);
    }
    access
        .notices()
        .accept(
            "%,d frames decoded; they take %,.1f MB in %s, which may be deleted at any time"
                .formatted(frames, bytes / MEGABYTE, cache.folder().path()));
  }

  private Optional<CachedFrames> find(FrameSource source) {
    return cache.find(source).map(found -> new CachedFrames(this, source, found));
  }

  private CachedFrames decodeAlone(FrameSource source) {
    CachedFrames frames = decode(source);
    evict();
    return frames;
  }

  private void evict() {
    try {
      CacheFolder.Evicted evicted = eviction.run();
      if (evicted.files() > 0) {
        access.notices().accept(cache.folder().told(evicted, "recordings"));
      }
    } catch (IOException e) {
      access
          .notices()
          .accept("cannot delete old frames in %s: %s".formatted(cache.folder().path(), e));
    }
  }

  private CachedFrames decode(FrameSource source) {
    try (Work work =
        access.progress().begin("decoding " + source.place().getFileName(), Progress.UNKNOWN)) {
      return new CachedFrames(this, source, cache.write(source, work));
    }
  }

  /** Decodes again what was deleted. */
  void restore(FrameSource source, DecodedFrames gone) {
    try {
      if (!cache.write(source, Work.UNTOLD).isLike(gone)) {
        throw new BadCell("it has changed");
      }
    } catch (BadCell e) {
      throw new UserError(
          "%s: its decoded frames were deleted from %s, and it cannot be decoded again: %s"
              .formatted(source.place(), cache.folder().path(), e.getMessage()),
          e);
    }
  }
}
