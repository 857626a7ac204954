/**
 * For the tests of every module: the command line in this JVM and in one of its own, faults of disk
 * and power, and the tests that every app must pass.
 */
package org.unroll.core.harness;
