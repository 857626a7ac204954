/** Where examples come from, whatever they are: sources in three parts, read when asked for. */
package org.unroll.datasets.table;
