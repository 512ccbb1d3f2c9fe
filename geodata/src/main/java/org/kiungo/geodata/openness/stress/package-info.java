/**
 * What a cut does to a plan: its places hang on network nodes, and these on today's published
 * networks. Which places lose their way, which keep one by another node, and the cheapest links
 * found that would have kept a share of them, beside what no links could do it for.
 */
package org.kiungo.geodata.openness.stress;
