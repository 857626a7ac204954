package org.unroll.core.run;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Sends the log of everything below (DL4J, ND4J, the UI) to {@code log.txt} while a run lasts. */
public final class RunLog {
  private final Logger root;
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

  /** Does some work with the log open. */
  public static <T> T during(Path file, Supplier<T> work) {
    RunLog log = new RunLog(file);
    try {
      return work.get();
    } finally {
      log.close();
    }
  }

  private RunLog(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern("%d{ISO8601} %-5level %logger{30} %msg%n");
    encoder.start();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    root.addAppender(appender);
  }

  private void close() {
    root.detachAppender(appender);
    appender.stop();
  }
}
