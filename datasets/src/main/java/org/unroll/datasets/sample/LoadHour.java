package org.unroll.datasets.sample;

/**
 * One hour of the generated load.
 *
 * @param second since 1970 (UTC) of its start
 * @param load MW
 * @param temperature °C, as forecast the day before
 * @param holiday whether its day is a public holiday
 */
public record LoadHour(long second, double load, double temperature, boolean holiday) {}
