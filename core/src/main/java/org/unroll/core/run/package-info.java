/** What a run leaves on disk: its directory, checkpoints, provenance, result and report. */
package org.unroll.core.run;
