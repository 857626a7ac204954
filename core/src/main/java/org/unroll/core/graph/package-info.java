/**
 * From the {@code graph} section of the YAML to a DL4J {@code ComputationGraph}: one record per
 * node kind, shapes checked before anything is built.
 */
package org.unroll.core.graph;
