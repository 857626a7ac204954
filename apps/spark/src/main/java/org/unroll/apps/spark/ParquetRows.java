package org.unroll.apps.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Files of Apache Parquet, cut and read by Spark, whose rows are answered as JSON objects. */
final class ParquetRows {
  private ParquetRows() {}

  static List<AnsweredPart> answers(List<Path> files, PartAnswers answers, JavaSparkContext spark) {
    SparkSession session =
        SparkSession.builder()
            .config("spark.sql.jsonGenerator.ignoreNullFields", "false") // all have all columns
            .getOrCreate();
    List<JavaRDD<String>> all = new ArrayList<>();
    ArrayList<String> names = new ArrayList<>(); // of each part
    for (Path file : files) { // each by itself: Spark does not keep the order of several
      JavaRDD<String> rows = session.read().parquet(file.toUri().toString()).toJSON().javaRDD();
      all.add(rows);
      for (int part = 0; part < rows.getNumPartitions(); part++) {
        names.add(file + (rows.getNumPartitions() == 1 ? "" : " (part " + (part + 1) + ")"));
      }
    }
    JavaRDD<String> rows =
        all.size() == 1 ? all.get(0) : spark.union(List.copyOf(all).toArray(rdds(all.size())));
    return rows.mapPartitionsWithIndex((number, some) -> answer(number, some, names, answers), true)
        .collect();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of a generic type
  private static JavaRDD<String>[] rdds(int size) {
    return new JavaRDD[size];
  }

  private static Iterator<AnsweredPart> answer(
      int number, Iterator<String> rows, List<String> names, PartAnswers answers)
      throws IOException {
    PartAnswers.Source source =
        new PartAnswers.Source(names.get(number), line -> line, ".jsonl", 0);
    return List.of(answers.answer(number, source, file -> write(rows, file))).iterator();
  }

  private static void write(Iterator<String> rows, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (rows.hasNext()) {
        out.write(rows.next());
        out.write('\n');
      }
    }
  }
}
