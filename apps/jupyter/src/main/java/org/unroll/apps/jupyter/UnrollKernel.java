package org.unroll.apps.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.unroll.core.UserError;
import org.unroll.core.notebook.JavaSession;
import org.unroll.core.notebook.Shown;

/**
 * Runs the cells of a notebook in Jupyter as {@code ./unroll notebook} does. JJava's library speaks
 * the protocol. It has no magics, and a cell that runs cannot be interrupted: restart the kernel.
 */
final class UnrollKernel extends BaseKernel {
  private final JavaSession session = new JavaSession();

  UnrollKernel() {
    super(
        "unroll",
        "",
        new LanguageInfo.Builder("java")
            .version(System.getProperty("java.specification.version"))
            .mimetype("text/x-java-source")
            .fileExtension(".jshell")
            .pygments("java")
            .codemirror("java")
            .build(),
        List.of(),
        null, // no history
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        new Renderer(),
        null, // no magics
        new MagicsRegistry(),
        true,
        new StringStyler.Builder().build());
  }

  @Override
  public Object evalRaw(String source) {
    return session.evaluate(source).map(Shown::of).orElse(null);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return DisplayData.EMPTY;
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    JavaSession.Completion completion = session.complete(code, at);
    return new ReplacementOptions(completion.words(), completion.from(), at);
  }

  @Override
  public String isComplete(String code) {
    return IS_COMPLETE_MAYBE;
  }

  /** A mistake of the user's without a trace. */
  @Override
  public List<String> formatError(Throwable thrown) {
    boolean mistake =
        thrown instanceof UserError && !(thrown.getCause() instanceof RuntimeException);
    return mistake ? thrown.getMessage().lines().toList() : super.formatError(thrown);
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    super.onShutdown(isRestarting);
    session.close();
  }
}
