package org.unroll.datasets.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Three years of generated hourly load: days, weeks and seasons, heating below and cooling above a
 * mild temperature, holidays that are like Sundays, and noise. What people do and what the weather
 * asks for multiply: cooling is an affair of working hours, heating one of mornings and evenings,
 * and a building remembers the heat of the last day. No sum of single effects has that shape, so a
 * linear model falls short. The temperature of the hours to forecast is needed: it changes with
 * fronts that the past does not show. It is given as a weather service would have forecast it, some
 * tenths of a degree off.
 */
public final class LoadSample {
  private static final int YEARS = 3;
  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final long DAY = 86_400;
  private static final long HOUR = 3_600;

  /** Fixed days; a Monday in spring and one in autumn come to them. */
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 6),
          MonthDay.of(5, 1),
          MonthDay.of(6, 24),
          MonthDay.of(8, 15),
          MonthDay.of(10, 3),
          MonthDay.of(11, 1),
          MonthDay.of(12, 24),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26),
          MonthDay.of(12, 31));

  /** Share of full activity by hour on a working day. */
  private static final double[] WORKING = {
    0.10, 0.05, 0.02, 0.00, 0.05, 0.18, 0.42, 0.70, 0.88, 0.96, 1.00, 0.99,
    0.93, 0.95, 0.94, 0.90, 0.86, 0.84, 0.82, 0.76, 0.64, 0.48, 0.32, 0.18
  };

  /** The same on Sundays and holidays: late, flat, with a peak at noon. */
  private static final double[] RESTING = {
    0.12, 0.06, 0.02, 0.00, 0.00, 0.02, 0.06, 0.14, 0.26, 0.38, 0.48, 0.55,
    0.52, 0.42, 0.36, 0.34, 0.36, 0.44, 0.54, 0.56, 0.50, 0.40, 0.28, 0.18
  };

  private final Random random;
  private final List<LoadHour> hours = new ArrayList<>();
  private double front; // slow weather, °C from the season's normal
  private double cloud; // fast weather
  private double memory = 8; // of the building: mean temperature of about the last day
  private double noise;
  private double miss; // of the weather service, °C

  private LoadSample(long seed) {
    this.random = new Random(seed);
  }

  /** The hours in order, without gaps. */
  public static List<LoadHour> hours(long seed) {
    LoadSample sample = new LoadSample(seed);
    for (LocalDate day = START; day.getYear() < START.getYear() + YEARS; day = day.plusDays(1)) {
      sample.add(day);
    }
    return List.copyOf(sample.hours);
  }

  /** Whether people stay at home on a day that may be a working day by its name. */
  static boolean isHoliday(LocalDate day) {
    boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
    boolean spring = monday && day.getMonthValue() == 4 && day.getDayOfMonth() <= 7;
    boolean autumn = monday && day.getMonthValue() == 9 && day.getDayOfMonth() <= 7;
    return spring || autumn || FIXED.contains(MonthDay.from(day));
  }

  private void add(LocalDate day) {
    boolean holiday = isHoliday(day);
    boolean rest = holiday || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    double saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : 0;
    double friday = day.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0;
    for (int hour = 0; hour < 24; hour++) {
      double temperature = temperature(day, hour);
      memory += (temperature - memory) / 24;
      double working = WORKING[hour] * (1 - 0.15 * friday * (hour > 13 ? 1 : 0));
      double activity =
          rest ? RESTING[hour] : (1 - 0.6 * saturday) * working + 0.6 * saturday * RESTING[hour];
      miss = 0.9 * miss + 0.25 * random.nextGaussian();
      noise = 0.8 * noise + random.nextGaussian();
      double load = base(day, hour, activity) + weather(temperature, hour, activity) + 1.5 * noise;
      hours.add(
          new LoadHour(
              day.toEpochDay() * DAY + hour * HOUR,
              round(load),
              round(temperature + miss),
              holiday));
    }
  }

  private double temperature(LocalDate day, int hour) {
    double year = 2 * Math.PI * (day.getDayOfYear() - 25) / 365.25;
    double normal = 12 - 12 * Math.cos(year);
    double swing = 4.5 - 2.5 * Math.cos(year);
    double turn = 2 * Math.PI * (hour - 15) / 24;
    front = 0.985 * front + 0.9 * random.nextGaussian();
    cloud = 0.8 * cloud + 0.5 * random.nextGaussian();
    return normal + swing * Math.cos(turn) + front + cloud;
  }

  /** Light is needed in the evenings of winter. */
  private static double base(LocalDate day, int hour, double activity) {
    double winter = 0.5 + 0.5 * Math.cos(2 * Math.PI * (day.getDayOfYear() + 10) / 365.25);
    double evening = Math.exp(-Math.pow((hour - 18.5) / 2.5, 2));
    return 150 + 110 * activity + 30 * winter * evening;
  }

  private double weather(double temperature, int hour, double activity) {
    double felt = 0.6 * temperature + 0.4 * memory;
    double cold = Math.max(0, 15 - felt);
    double heat = Math.max(0, felt - 19);
    double atHome = 0.5 + 0.5 * Math.max(WARM_UP[hour], 1 - activity);
    return 3.2 * cold * atHome * (hour < 5 ? 0.5 : 1) + 9 * heat * (0.15 + activity);
  }

  /** When heating is turned up. */
  private static final double[] WARM_UP = {
    0, 0, 0, 0, 0.1, 0.6, 1, 0.9, 0.6, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4, 0.6, 0.8, 1, 1, 0.9, 0.6,
    0.3, 0.1
  };

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
