/** PyTorch's side of the comparison; compiled under the Maven profile {@code peers} only. */
package org.unroll.apps.bench.pytorch;
