/** Work spread over the machines of a cluster of Apache Spark. */
package org.unroll.apps.spark;
