/** What a run looks like on paper: pages, charts, tables. */
package org.unroll.core.report;
