package org.unroll.apps.spark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How processes of Spark are started: as this one, but for the heap, with the class path it has.
 */
final class SparkJvm {
  /** What is this process's own. */
  private static final List<String> OWN = List.of("-Xm", "-javaagent", "-agentlib", "-Dspark.");

  private SparkJvm() {}

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /**
   * Options of Java that a process of Spark takes over: modules opened, limits of native memory.
   */
  static List<String> options() {
    List<String> options = new ArrayList<>();
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (OWN.stream().noneMatch(option::startsWith)) {
        options.add(option);
      }
    }
    return options;
  }

  /** The same and some more in one line, as Spark parts them. */
  static String optionLine(String... more) {
    StringBuilder line = new StringBuilder();
    for (String option : Stream.concat(options().stream(), Stream.of(more)).toList()) {
      line.append('"').append(option.replace("\\", "\\\\").replace("\"", "\\\"")).append("\" ");
    }
    return line.toString().strip();
  }

  /**
   * The option that has names of files mean on an executor what they mean here. It does so for
   * {@code java.nio}; whoever gives names to {@code java.io.File} or to native code makes them
   * absolute.
   */
  static String workingDirectory() {
    return "-Duser.dir=" + Path.of("").toAbsolutePath();
  }

  /**
   * The environment of a process of one core: what ./unroll sets, one thread, and where data sets
   * are kept.
   */
  static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("MALLOC_ARENA_MAX", told("MALLOC_ARENA_MAX", "2"));
    environment.put("DNNL_PRIMITIVE_CACHE_CAPACITY", told("DNNL_PRIMITIVE_CACHE_CAPACITY", "512"));
    environment.put("LC_ALL", "C.UTF-8");
    System.getenv().keySet().stream()
        .filter(name -> name.startsWith("UNROLL_"))
        .forEach(name -> environment.put(name, absolute(System.getenv(name))));
    return environment;
  }

  /** Of a path; addresses and numbers stay as they are. */
  private static String absolute(String value) {
    boolean path = value.contains("/") && !value.contains(":");
    return path ? Path.of(value).toAbsolutePath().toString() : value;
  }

  private static String told(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
