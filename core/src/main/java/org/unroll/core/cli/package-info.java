/** The command line: one file per command; {@link Main} puts them together for every app. */
package org.unroll.core.cli;
