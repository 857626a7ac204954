package org.unroll.apps.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.core.model.Unroll;
import org.unroll.core.run.RunDirectory;

/**
 * A run that is asked. Thread-safe.
 *
 * @param name in addresses
 * @param version the directory's name and the digest of its net
 */
record ServedRun(
    String name,
    String app,
    Question question,
    String version,
    Path directory,
    SharedModel<?, ?> model)
    implements AutoCloseable {
  private static final int DIGEST = 12; // characters: enough to tell nets of one run apart

  /**
   * @param settings {@code key=value} that override the run's config
   * @throws UserError if it has no trained net, or is damaged
   */
  static ServedRun open(String name, Path directory, Sharing sharing, List<String> settings) {
    // what it has to say of texts that strangers ask goes nowhere: a log would hold them
    SharedModel<?, ?> model = SharedModel.open(directory, sharing, settings, notice -> {});
    return new ServedRun(
        name, Unroll.appOf(directory), model.question(), version(directory), directory, model);
  }

  private static String version(Path directory) {
    Path model = RunDirectory.open(directory).model();
    try (var bytes = Files.newInputStream(model)) {
      String digest = DigestUtils.sha256Hex(bytes).substring(0, DIGEST);
      return directory.toAbsolutePath().normalize().getFileName() + "@" + digest;
    } catch (IOException e) {
      throw new UserError("cannot read " + model + ": " + e.getMessage(), e);
    }
  }

  /** Ends when all that waits is answered. */
  @Override
  public void close() {
    model.close();
  }
}
