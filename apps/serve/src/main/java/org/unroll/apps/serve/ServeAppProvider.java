package org.unroll.apps.serve;

import org.unroll.core.app.App;
import org.unroll.core.app.AppCommandProvider;

/** {@code ./unroll <app> serve}. */
public final class ServeAppProvider implements AppCommandProvider {
  @Override
  public Object command(App<?> app) {
    return new ServeAppCommand(app);
  }
}
