/**
 * Network design on primitive arrays: rooted Steiner trees with optional terminals, their
 * construction and improvement.
 */
package org.kiungo.planner.network;
