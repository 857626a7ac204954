package org.unroll.apps.serve;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;
import org.unroll.core.run.SentFile;
import org.unroll.core.run.UnwritableFile;

/** The files that a request holds: its parts, or its whole body. */
record SentFiles(List<SentFile> files) implements AutoCloseable {
  private static final String PARTS = "multipart/form-data";

  private static final Map<String, String> TABLES =
      Map.of(
          "text/csv", "csv", "text/tab-separated-values", "tsv", "application/x-ndjson", "jsonl");

  private static final Map<String, String> PICTURES =
      Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/bmp", "bmp");

  private static final Map<String, String> RECORDINGS =
      Map.of("video/mp4", "mp4", "video/x-msvideo", "avi", "video/webm", "webm", "text/csv", "csv");

  /** The ends of files' names by the media types that a question can be asked with. */
  static Map<String, String> types(Question question) {
    return switch (question) {
      case TEXT -> Map.of();
      case TABLE -> TABLES;
      case PICTURE -> PICTURES;
      case RECORDING -> RECORDINGS;
    };
  }

  /** Whether a media type is one of several parts. */
  static boolean isParts(String type) {
    return type.equals(PARTS);
  }

  /** The whole body is one. */
  static SentFiles whole(byte[] body, String end) {
    if (body.length == 0) {
      throw Refusal.of(400, "the body is empty; expected a file");
    }
    return new SentFiles(List.of(SentFile.of("body." + end, new ByteArrayInputStream(body))));
  }

  /**
   * @param most files
   */
  static SentFiles parts(Context request, int most) {
    Map<String, List<UploadedFile>> uploaded = uploaded(request);
    SentFiles sent = new SentFiles(new ArrayList<>());
    try {
      for (List<UploadedFile> files : uploaded.values()) {
        for (UploadedFile file : files) {
          if (sent.files.size() == most) {
            throw Refusal.of(422, "expected at most %,d files in one request".formatted(most));
          }
          sent.files.add(written(file));
        }
      }
    } catch (RuntimeException e) {
      sent.close();
      throw e;
    }
    if (sent.files.isEmpty()) {
      throw Refusal.of(
          422, "no part is a file: expected one with a filename, such as curl -F file=@…");
    }
    return sent;
  }

  private static Map<String, List<UploadedFile>> uploaded(Context request) {
    try {
      return request.uploadedFileMap();
    } catch (Exception e) { // also such as Kotlin does not declare
      Throwable disk = e instanceof IOException ? e : e.getCause();
      if (disk instanceof IOException fault && UnwritableFile.isFull(fault)) {
        throw new UnwritableFile(Path.of(System.getProperty("java.io.tmpdir")), fault);
      }
      boolean tooLong = String.valueOf(e.getMessage()).contains("exceeds");
      throw Refusal.of(
          tooLong ? 413 : 400,
          tooLong ? "the files are too large" : "the body is not made of parts as its type says");
    }
  }

  private static SentFile written(UploadedFile file) {
    try (InputStream content = file.content()) {
      return SentFile.of(file.filename(), content);
    } catch (IOException e) {
      throw new UserError("cannot read " + file.filename() + ": " + e.getMessage(), e);
    }
  }

  /** A text as whoever sent them knows them. */
  String named(String text) {
    String named = text;
    for (SentFile file : files) {
      named = file.named(named);
    }
    return named;
  }

  @Override
  public void close() {
    files.forEach(SentFile::close);
  }
}
