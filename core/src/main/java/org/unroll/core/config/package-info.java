/**
 * The YAML file as typed, checked records: parsing with positions, delta merge, binding, JSON
 * Schema. Pure Java: nothing here knows DL4J.
 */
package org.unroll.core.config;
