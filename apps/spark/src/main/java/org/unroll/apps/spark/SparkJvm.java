package org.unroll.apps.spark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** The same in one line, as Spark parts them. */
  static String optionLine() {
    StringBuilder line = new StringBuilder();
    for (String option : options()) {
      line.append('"').append(option.replace("\\", "\\\\").replace("\"", "\\\"")).append("\" ");
    }
    return line.toString().strip();
  }

  /** The environment of a process of one core: what ./unroll sets, and one thread. */
  static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("MALLOC_ARENA_MAX", told("MALLOC_ARENA_MAX", "2"));
    environment.put("DNNL_PRIMITIVE_CACHE_CAPACITY", told("DNNL_PRIMITIVE_CACHE_CAPACITY", "512"));
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  private static String told(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
