/** Processes that train one net together: who they are, and what goes between them. */
package org.unroll.core.parallel;
