package org.unroll.datasets.ridge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.unroll.datasets.window.Windows;

/** Sorts windows into kinds by what is known when the forecast is made. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = HourKinds.class, name = "hours"),
  @JsonSubTypes.Type(value = DayKinds.class, name = "days"),
  @JsonSubTypes.Type(value = SeriesKinds.class, name = "series")
})
sealed interface WindowKinds permits HourKinds, DayKinds, SeriesKinds {
  int count();

  /** How much a window is of each kind; sums to 1, or to 0 if it is of none. */
  double[] shares(Windows windows, int window);

  /** The kind that a window is most of. */
  default int kind(Windows windows, int window) {
    double[] shares = shares(windows, window);
    int most = 0;
    for (int kind = 1; kind < shares.length; kind++) {
      if (shares[kind] > shares[most]) {
        most = kind;
      }
    }
    return most;
  }
}
