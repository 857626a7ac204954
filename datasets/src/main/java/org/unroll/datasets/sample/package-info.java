/** Seeded generators of small data sets, so that every app runs without a download. */
package org.unroll.datasets.sample;
