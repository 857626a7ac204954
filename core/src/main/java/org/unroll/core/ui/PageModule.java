package org.unroll.core.ui;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.api.UIModule;
import org.deeplearning4j.ui.i18n.I18NResource;

/** A page of ours on DL4J's server: it reads run directories, and is told nothing by DL4J. */
abstract class PageModule implements UIModule {
  @Override
  public final List<String> getCallbackTypeIDs() {
    return List.of();
  }

  @Override
  public final void reportStorageEvents(Collection<StatsStorageEvent> events) {}

  @Override
  public final void onAttach(StatsStorage statsStorage) {}

  @Override
  public final void onDetach(StatsStorage statsStorage) {}

  @Override
  public final List<I18NResource> getInternationalizationResources() {
    return List.of();
  }
}
