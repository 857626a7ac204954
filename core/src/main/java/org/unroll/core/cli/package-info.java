/** The command line, the same for every app. */
package org.unroll.core.cli;
