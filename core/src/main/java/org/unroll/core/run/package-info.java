/** Run directories and what is read from them: the report. */
package org.unroll.core.run;
