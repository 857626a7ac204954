/** The catalogue of public data sets and the store that fetches, verifies and keeps them. */
package org.unroll.datasets.catalog;
