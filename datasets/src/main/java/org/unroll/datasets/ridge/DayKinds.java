package org.unroll.datasets.ridge;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.Windows;

/**
 * The mean course of the last days before the forecast, of the first target: which hour it is,
 * which season and how strong the daily swing is can be told from it without a calendar. Kinds are
 * the clusters of k-means (Arthur and Vassilvitskii, 2007), shares fall with the squared distance.
 *
 * @param centres {@code [kind][step of the day]}, of values standardised window by window
 */
record DayKinds(double[][] centres) implements WindowKinds {
  /** The mean of more blurs weekends into the week; of fewer, one odd day counts too much. */
  private static final int DAYS = 4;

  private static final int FITTED = 8_000;
  private static final int ITERATIONS = 25;
  private static final int HOURS = 24;

  /** A window must know a whole day of more than one step. */
  static boolean fit(Windows windows) {
    int day = windows.frequency().stepsInDay();
    return day > 1 && windows.config().past() >= day;
  }

  static DayKinds of(Windows train, int count, long seed) {
    Windows some = Ridge.thinned(train, FITTED);
    List<DoublePoint> points = new ArrayList<>();
    for (int window = 0; window < some.size(); window++) {
      points.add(new DoublePoint(course(some, window)));
    }
    JDKRandomGenerator random = new JDKRandomGenerator();
    random.setSeed(seed);
    List<CentroidCluster<DoublePoint>> clusters =
        new KMeansPlusPlusClusterer<DoublePoint>(count, ITERATIONS, new EuclideanDistance(), random)
            .cluster(points);
    return new DayKinds(
        clusters.stream().map(cluster -> cluster.getCenter().getPoint()).toArray(double[][]::new));
  }

  @Override
  public int count() {
    return centres.length;
  }

  @Override
  public double[] shares(Windows windows, int window) {
    double[] course = course(windows, window);
    double[] shares = new double[centres.length];
    double nearest = Double.MAX_VALUE;
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] = distance(course, centres[kind]);
      nearest = Math.min(nearest, shares[kind]);
    }
    double sum = 0;
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] = Math.exp(nearest - shares[kind]);
      sum += shares[kind];
    }
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] /= sum;
    }
    return shares;
  }

  /** Squared, as if the day had 24 steps. */
  private static double distance(double[] course, double[] centre) {
    double sum = 0;
    for (int step = 0; step < course.length; step++) {
      double difference = course[step] - centre[step];
      sum += difference * difference;
    }
    return sum * HOURS / course.length;
  }

  /** The mean of the last days, step by step; what is missing is the mean, 0. */
  private static double[] course(Windows windows, int window) {
    int day = windows.frequency().stepsInDay();
    int days = Math.min(DAYS, windows.config().past() / day);
    double[] past = windows.past(window, 0);
    int from = past.length - days * day;
    Scale scale = Scale.of(past, from, past.length);
    double[] course = new double[day];
    for (int i = from; i < past.length; i++) {
      course[(i - from) % day] += Double.isNaN(past[i]) ? 0 : scale.scaled(past[i]) / days;
    }
    return course;
  }

  @Override
  public String toString() {
    return count() + " kinds of day";
  }
}
