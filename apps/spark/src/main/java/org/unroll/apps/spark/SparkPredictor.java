package org.unroll.apps.spark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.unroll.core.UserError;
import org.unroll.core.app.ClusterPrediction;
import org.unroll.core.app.ClusterPredictor;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.table.FilePattern;

/**
 * {@code predict --spark}: files are cut into parts, executors answer them, each part becomes a
 * file. The net reaches executors through Spark ({@code addFile}); input and output are on storage
 * that all machines see at the same path.
 */
public final class SparkPredictor implements ClusterPredictor {
  /** Enough parts that machines end together, large enough that opening files costs little. */
  private static final int PARTS_AN_EXECUTOR = 4;

  private static final long SMALLEST = 1 << 16; // bytes
  private static final long LARGEST = 1 << 24;

  /** Keys of a config that say that tables are not written as usual. */
  private static final Pattern LAYOUT = Pattern.compile("\\b(header|delimiter)\\b");

  @Override
  public void predict(ClusterPrediction asked) {
    List<Path> files =
        FilePattern.files("--in", List.of(asked.in().toString())).stream()
            .map(file -> file.toAbsolutePath().normalize())
            .toList();
    files.forEach(SparkPredictor::requireFile);
    Path out = asked.out().toAbsolutePath().normalize();
    delete(out, "part-*.jsonl");
    List<AnsweredPart> parts;
    try (JavaSparkContext spark = SparkConnection.open(asked.cluster(), "unroll predict")) {
      send(asked.run(), spark);
      parts = answers(files, asked, out, spark);
    }
    delete(out, "part-*.tmp"); // of executors that were lost
    report(parts, files, asked.out());
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(
          "--in %s is a folder: name its files, such as '%s'".formatted(file, file.resolve("*")));
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError("--in %s: there is no such file; check the path".formatted(file));
    }
    if (file.toFile().length() == 0) {
      throw new UserError("--in %s: the file is empty".formatted(file));
    }
  }

  private static void send(Path path, JavaSparkContext spark) {
    RunDirectory run = new RunDirectory(path.toAbsolutePath());
    for (Path file : List.of(run.config(), run.model(), run.request())) {
      if (Files.exists(file)) {
        spark.addFile(file.toString());
      }
    }
  }

  private static List<AnsweredPart> answers(
      List<Path> files, ClusterPrediction asked, Path out, JavaSparkContext spark) {
    ArrayList<String> settings = new ArrayList<>(List.of("threads=1"));
    settings.addAll(asked.settings());
    PartAnswers answers = new PartAnswers(settings, out.toString());
    long columnar = files.stream().filter(SparkPredictor::isParquet).count();
    if (columnar > 0 && columnar < files.size()) {
      throw new UserError(
          "--in %s: some files are .parquet and some are not; predict them one kind after the other"
              .formatted(asked.in()));
    }
    if (columnar > 0) {
      return ParquetRows.answers(files, answers, spark);
    }
    List<TextPart> parts = parts(files, asked, spark);
    JavaRDD<TextPart> spread = spark.parallelize(parts, parts.size());
    return spread
        .mapPartitionsWithIndex(
            (number, some) -> {
              List<AnsweredPart> answered = new ArrayList<>();
              while (some.hasNext()) { // one
                answered.add(answers.answer(number, some.next()));
              }
              return answered.iterator();
            },
            true)
        .collect();
  }

  private static boolean isParquet(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  private static List<TextPart> parts(
      List<Path> files, ClusterPrediction asked, JavaSparkContext spark) {
    long bytes = 0;
    for (Path file : files) {
      bytes += file.toFile().length();
    }
    long share = bytes / (PARTS_AN_EXECUTOR * (long) spark.defaultParallelism());
    String config = ConfigText.of(new RunDirectory(asked.run()).config()).text();
    boolean usual = !LAYOUT.matcher(config + asked.settings()).find();
    FileParts cut = new FileParts(Math.max(SMALLEST, Math.min(LARGEST, share)), usual);
    return files.stream().flatMap(file -> cut.of(file).stream()).toList();
  }

  private static void report(List<AnsweredPart> parts, List<Path> files, Path out) {
    Set<String> faults = new LinkedHashSet<>();
    Set<String> notices = new LinkedHashSet<>();
    long rows = 0;
    long bad = 0;
    for (AnsweredPart part : parts) {
      notices.addAll(part.notices());
      rows += part.rows();
      bad += part.bad();
      if (!part.fault().isEmpty()) {
        faults.add(part.fault());
      }
    }
    notices.forEach(System.err::println);
    if (!faults.isEmpty()) {
      throw new UserError(String.join("\n", faults));
    }
    System.err.printf(
        Locale.ROOT,
        "%,d rows of %s, %,d of them bad, in %s: %s%n",
        rows,
        counted(files.size(), "file"),
        bad,
        counted(parts.size(), "part"),
        out);
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void delete(Path folder, String pattern) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UnwritableFile(folder, e);
    }
  }
}
