/** A tool, not an app: a kernel with which Jupyter runs the notebooks. */
package org.unroll.apps.jupyter;
