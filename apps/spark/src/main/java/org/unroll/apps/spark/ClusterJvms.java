package org.unroll.apps.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts the processes of a cluster on this machine from the libraries of this one. A worker looks
 * for Spark's in the folder {@code jars} of {@code SPARK_HOME}, which must be there and may be
 * empty: executors have the class path of whoever gives them work.
 */
record ClusterJvms(Path folder, ClusterState state) {
  private static final String HEAP = "-Xmx512m";

  Process master(int port) throws IOException {
    return start(
        "master",
        "org.apache.spark.deploy.master.Master",
        List.of("--host", LoopbackCluster.HOST, "--port", "" + port, "--webui-port", pagePort()));
  }

  private String pagePort() {
    return state.page().substring(state.page().lastIndexOf(':') + 1);
  }

  Process worker(int number, String memory) throws IOException {
    String name = "worker-" + number;
    return start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        List.of(
            "--host",
            LoopbackCluster.HOST,
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            memory,
            "--work-dir",
            folder.resolve(name).toString(),
            state.url()));
  }

  private Process start(String name, String main, List<String> arguments) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve("jars"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SparkJvm.options());
    command.addAll(List.of(HEAP, "-Dspark.authenticate=true", "-cp", SparkJvm.classPath(), main));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = process.environment();
    environment.keySet().removeIf(key -> key.startsWith("SPARK_"));
    environment.putAll(SparkJvm.environment());
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", LoopbackCluster.HOST); // where pages listen
    environment.put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    environment.put("_SPARK_AUTH_SECRET", state.secret());
    process.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
    process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return process.start();
  }
}
